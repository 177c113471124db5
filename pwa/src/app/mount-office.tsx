import type { NewId } from "@dianbo/shared/identity";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../design/tokens.css";
import "../design/base.css";
import "../design/office.css";
import { chosenLanguage, loadWords } from "../locales/index.ts";
import { keepSearchTextsUpToDate, type Library } from "../storage/index.ts";
import PinyinWorker from "../storage/pinyin-worker.ts?worker";
import { announcedLibrary } from "./announced-library.ts";
import { createArrivals } from "./arrivals.ts";
import { catchLists } from "./caught-list.ts";
import { ElsewhereShell } from "./elsewhere-shell.tsx";
import { EventLogProvider, openEventLog } from "./event-ring.ts";
import type { Homes } from "./homes.ts";
import { openHostedHomes } from "./hosted-homes.ts";
import type { InboxSource } from "./inbox-source.ts";
import { type Dependencies, DependenciesProvider } from "./library-context.tsx";
import { openDependencies } from "./open-dependencies.ts";
import { Opening } from "./opening.tsx";
import { OpeningFailure } from "./opening-failure.tsx";
import { watchPageFaults } from "./page-faults.ts";
import { PreferencesProvider } from "./preferences.tsx";
import { Shell } from "./shell.tsx";
import { createSupersession } from "./supersession.ts";
import { systemClock } from "./system-clock.ts";
import { holdOfficeLock } from "./window-lock.ts";

/** Opens the library and draws the office into `#root`; the extension hands in the way to its inbox. */
export const mountOffice = async ({
  home,
  openInbox,
  openHomes,
}: {
  readonly home: Dependencies["home"];
  readonly openInbox?: (library: Library, newId: NewId) => Promise<InboxSource>;
  /** How this home keeps where the library is; a hosted app does it by itself. */
  readonly openHomes?: () => Promise<Homes>;
}): Promise<void> => {
  const element = document.getElementById("root");
  if (element === null) return;
  holdOfficeLock();
  const root = createRoot(element);
  const log = openEventLog({
    clock: systemClock,
    store: () => localStorage,
    path: () => location.hash.replace(/^#/u, "") || "/",
  });
  watchPageFaults(log, window);
  const words = await loadWords(chosenLanguage());
  const draw = (screen: ReactNode): void =>
    root.render(
      <StrictMode>
        <PreferencesProvider words={words}>
          <EventLogProvider value={log}>{screen}</EventLogProvider>
        </PreferencesProvider>
      </StrictMode>,
    );
  draw(<Opening />);
  const supersession = createSupersession();
  const opened = await openDependencies(home, supersession.happen);
  if (!opened.ok) {
    log.record({ type: "failed", failure: opened.error.type });
    draw(<OpeningFailure failure={opened.error} home={home} />);
    return;
  }
  const { library, notices } = announcedLibrary(opened.value.library, log);
  keepSearchTextsUpToDate(library, () => new PinyinWorker());
  // What the inbox does by itself (a download that came in) is no act of the person: it is not announced.
  const inbox = await openInbox?.(opened.value.library, opened.value.newId);
  const homes = (await openHomes?.()) ?? openHostedHomes();
  const place = homes.place();
  homes.subscribe(() => {
    // The page that moves the book goes on by itself; no other may show or write to what is elsewhere now.
    if (!location.hash.startsWith("#/move")) location.reload();
  });
  if (place.at === "here") {
    catchLists();
    // The announced library: what another PC changed is drawn, and is no act of this one.
    void import("../features/meeting/index.ts").then(({ meetByItself }) =>
      meetByItself({ ...opened.value, library, inbox }),
    );
    void import("./quiet-checks.ts").then(({ checkFilesQuietly }) =>
      checkFilesQuietly(opened.value),
    );
    void import("./channel-checks.ts").then(({ lookForChannelNews }) =>
      lookForChannelNews(opened.value),
    );
  }
  const arrivals = home === "hosted" && window.top === window ? createArrivals() : undefined;
  draw(
    <DependenciesProvider value={{ ...opened.value, library, inbox, homes, arrivals }}>
      {place.at === "here" ? (
        <Shell notices={notices} supersession={supersession} />
      ) : (
        <ElsewhereShell place={place} />
      )}
    </DependenciesProvider>,
  );
  if (arrivals !== undefined) {
    const { openArrivals } = await import("../features/handoff/index.ts");
    const { media, newId, clock } = opened.value;
    const openAnew = (): void => location.reload();
    openArrivals({ library, media, homes, arrivals, newId, now: clock.now, openAnew });
  }
};
