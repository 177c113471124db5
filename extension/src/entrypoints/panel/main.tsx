import { openLibrary, openMediaStore } from "@dianbo/pwa/storage";
import MediaWorker from "@dianbo/pwa/storage/media-worker?worker";
import { type Instant, instantSchema, LATEST_INSTANT } from "@dianbo/shared/clock";
import type { NewId } from "@dianbo/shared/identity";
import { createRoot } from "react-dom/client";
import * as v from "valibot";
import "@dianbo/pwa/design/tokens.css";
import "@dianbo/pwa/design/base.css";
import "@dianbo/pwa/design/office.css";
import type { ClipDesk } from "../../clipping/clip-desk.ts";
import { openInbox } from "../../inbox/index.ts";
import { chosenLanguage, WordsProvider, wordsOf } from "../../locales/index.ts";
import { ClipPanel, StoreClosed } from "../../panel/index.ts";
import { readLibraryHome, watchLibraryHome } from "../../settings/index.ts";

const now = (): Instant =>
  v.parse(instantSchema, Math.min(LATEST_INSTANT, Math.max(0, Date.now())));

/** 18 random bytes as 24 characters of base64url. */
const newId: NewId = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");

/** The desk, or nothing where the library lives here and does not open. */
const openDesk = async (): Promise<ClipDesk | undefined> => {
  const home = await readLibraryHome();
  const desk: ClipDesk = {
    library: undefined,
    appHost: home.home === "hosted" ? new URL(home.address).host : undefined,
    inbox: openInbox(),
    media: openMediaStore(() => new MediaWorker()),
    clock: { now },
    newId,
  };
  if (home.home === "hosted") return desk;
  const opened = await openLibrary({
    clock: { now },
    newId,
    onSuperseded: () => location.reload(),
  });
  return opened.ok ? { ...desk, library: opened.value } : undefined;
};

/** The clip panel: beside a page, or in a tab of its own with `?tab=<id>`. */
const start = async (): Promise<void> => {
  const element = document.getElementById("root");
  if (element === null) return;
  const language = chosenLanguage();
  document.documentElement.lang = language;
  // 大字 is chosen in the app, which in the extension shares the panel's origin.
  const large = localStorage.getItem("dianbo-text-size") === "large";
  document.documentElement.classList.toggle("large-print", large);
  const words = wordsOf(language);
  document.title = words.panel.heading;
  const tab = Number(new URLSearchParams(location.search).get("tab") ?? Number.NaN);
  // A library that moves while the panel stands open must not be written to here any more.
  watchLibraryHome(() => location.reload());
  const desk = await openDesk();
  createRoot(element).render(
    <WordsProvider value={words}>
      {desk === undefined ? (
        <StoreClosed onRetry={() => location.reload()} />
      ) : (
        <ClipPanel desk={desk} tab={Number.isInteger(tab) ? tab : undefined} />
      )}
    </WordsProvider>,
  );
};

void start();
