import {
  ARTICLES_GLOBAL,
  MANIFEST_FOLDER,
  MANIFEST_GLOBAL,
  MANIFEST_SCRIPT,
  readScriptedArticle,
} from "@dianbo/shared/book-folder";
import { readStick, type Stick, stickAddress } from "@dianbo/shared/usb-edition";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./design/tokens.css";
import "./design/base.css";
import { DependenciesProvider } from "./app/library-context.tsx";
import type { StickFiles } from "./app/stick-files.ts";
import { randomId, systemClock } from "./app/system-clock.ts";
import { enterFullScreen, useFullScreen } from "./features/study-room/full-screen.ts";
import { StudyRoom } from "./features/study-room/room.tsx";
import { loadRoomWords, RoomWordsProvider } from "./features/study-room/room-words.ts";
import {
  type RoomDoor,
  roomWordsOnStick,
  StickProblem,
  StickProvider,
  UsbEdition,
  type UsbWords,
  UsbWordsProvider,
  usbWords,
} from "./features/usb-edition/index.ts";
import { chosenLanguage } from "./locales/chosen-language.ts";
import { openStickLibrary } from "./storage/stick-library.ts";
import { stickMedia } from "./storage/stick-media.ts";

const INDEX = `${MANIFEST_FOLDER}/${MANIFEST_SCRIPT}`;

/** Loads a script that lies beside the page: from file:// nothing else can be read. */
const loadScript = (path: string): Promise<void> =>
  new Promise((resolve) => {
    const script = document.createElement("script");
    // Whether it came is seen by what it left in its global.
    script.onload = () => resolve();
    script.onerror = () => resolve();
    script.src = stickAddress(path);
    document.head.append(script);
  });

const filesBeside = ({ files, articles }: Stick, words: UsbWords): StickFiles => ({
  addressOf: (hash) => {
    const path = files.get(hash);
    return path === undefined ? undefined : stickAddress(path);
  },
  textOf: async (copy) => {
    const lies = articles.get(copy);
    if (lies !== undefined) await loadScript(lies.script);
    const read =
      lies === undefined
        ? undefined
        : readScriptedArticle(Reflect.get(globalThis, ARTICLES_GLOBAL), lies.id);
    const text = words.room.articleGone;
    return read === undefined
      ? { html: `<p>${text}</p>`, text, pictures: [] }
      : { html: read.html, text: read.text, pictures: [] };
  },
});

const Room = ({ start }: { readonly start: (door: RoomDoor) => ReactNode }) => {
  const full = useFullScreen();
  return (
    <StudyRoom
      start={({ boxes, send }, say) =>
        start({
          boxes,
          say,
          call: (digits) => send({ type: "typed", digits }),
          fillScreen: full || !document.fullscreenEnabled ? undefined : enterFullScreen,
        })
      }
    />
  );
};

/** The USB edition: one page from file://, its stick beside it. */
const mount = async (element: HTMLElement): Promise<void> => {
  const words = usbWords();
  document.documentElement.lang = chosenLanguage();
  document.title = words.title;
  // A right click or a long press must not open a menu in front of thirty people.
  document.addEventListener("contextmenu", (event) => event.preventDefault());
  const root = createRoot(element);
  const draw = (screen: ReactNode): void =>
    root.render(
      <StrictMode>
        <UsbWordsProvider value={words}>{screen}</UsbWordsProvider>
      </StrictMode>,
    );
  await loadScript(INDEX);
  const read = readStick(Reflect.get(globalThis, MANIFEST_GLOBAL));
  if (!read.ok) return draw(<StickProblem why={read.error.type} />);
  const stick = read.value;
  const { site, book, items, menus, entries } = stick;
  const [library, roomWords] = await Promise.all([
    openStickLibrary(
      { site, siteName: book.siteName, shelves: { items, menus, entries } },
      { clock: systemClock, newId: randomId },
    ),
    loadRoomWords(),
  ]);
  const dependencies = {
    library,
    media: stickMedia(stick.files),
    stick: filesBeside(stick, words),
    clock: systemClock,
    newId: randomId,
    random: Math.random,
    home: "stick",
  } as const;
  draw(
    <StickProvider value={{ stick, isKept: library.isKept }}>
      <RoomWordsProvider value={roomWordsOnStick(roomWords, words)}>
        <DependenciesProvider value={dependencies}>
          <UsbEdition index={INDEX} room={(start) => <Room start={start} />} />
        </DependenciesProvider>
      </RoomWordsProvider>
    </StickProvider>,
  );
};

const element = document.getElementById("root");
if (element !== null) void mount(element);
