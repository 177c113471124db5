import { lazy, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../../design/tokens.css";
import "../../design/base.css";
import { type Dependencies, DependenciesProvider } from "../../app/library-context.tsx";
import { openDependencies } from "../../app/open-dependencies.ts";
import { chosenLanguage } from "../../locales/chosen-language.ts";
import { PROJECTOR_HASH } from "./beside.ts";
import { loadRoomWords, RoomWordsProvider } from "./room-words.ts";

/** How long the book may take to open before the room says so. Milliseconds. */
const PATIENCE = 300;

const twoScreens = () => import("./two-screens/index.ts");

/** Without it the room is what it was: a part that cannot be fetched costs the second window only. */
const HostSide = lazy(() =>
  // Once the keypad is up: an old PC has enough to do before.
  new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2_000 }))
    .then(twoScreens)
    .then(({ loadHostSide }) => loadHostSide())
    .catch(() => ({ default: () => null })),
);

/** Opens the library and draws the study room into `#root`. */
export const mountStudyRoom = async ({
  home,
}: {
  readonly home: Dependencies["home"];
}): Promise<void> => {
  const element = document.getElementById("root");
  if (element === null) return;
  // A newer version in the office may want the database; the room lets go only when it is opened again.
  const opening = openDependencies(home, () => undefined);
  // The screens are fetched and read while the database opens, not before it.
  const [words, { CannotOpen, note, Opening, StudyRoom }, Projector] = await Promise.all([
    loadRoomWords(),
    import("./room.tsx"),
    location.hash === PROJECTOR_HASH
      ? twoScreens().then(({ loadProjector }) => loadProjector())
      : undefined,
  ]);
  document.documentElement.lang = chosenLanguage();
  document.title = words.room;
  document.body.classList.add("room");
  // A right click or a long press must not open a menu in front of thirty people.
  document.addEventListener("contextmenu", (event) => event.preventDefault());
  const root = createRoot(element);
  const slow = setTimeout(() => root.render(<Opening words={words} />), PATIENCE);
  const opened = await opening;
  clearTimeout(slow);
  note((log) => {
    if (opened.ok) log.opened(opened.value.library.snapshot().records.size);
    else log.failed(opened.error.type);
  });
  root.render(
    <StrictMode>
      <RoomWordsProvider value={words}>
        {opened.ok ? (
          <DependenciesProvider value={opened.value}>
            {Projector === undefined ? <StudyRoom beside={HostSide} /> : <Projector />}
          </DependenciesProvider>
        ) : (
          <CannotOpen why={opened.error.type} />
        )}
      </RoomWordsProvider>
    </StrictMode>,
  );
};
