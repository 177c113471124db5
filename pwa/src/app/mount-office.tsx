import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../design/tokens.css";
import "../design/base.css";
import { keepSearchTextsUpToDate, type Library } from "../storage/index.ts";
import PinyinWorker from "../storage/pinyin-worker.ts?worker";
import { announcedLibrary } from "./announced-library.ts";
import { EventLogProvider, openEventLog } from "./event-ring.ts";
import type { InboxSource } from "./inbox-source.ts";
import { type Dependencies, DependenciesProvider } from "./library-context.tsx";
import { openDependencies, systemClock } from "./open-dependencies.ts";
import { Opening } from "./opening.tsx";
import { OpeningFailure } from "./opening-failure.tsx";
import { watchPageFaults } from "./page-faults.ts";
import { PreferencesProvider } from "./preferences.tsx";
import { Shell } from "./shell.tsx";
import { createSupersession } from "./supersession.ts";

/** Opens the library and draws the office into `#root`; the extension hands in the way to its inbox. */
export const mountOffice = async ({
  home,
  openInbox,
}: {
  readonly home: Dependencies["home"];
  readonly openInbox?: (library: Library) => Promise<InboxSource>;
}): Promise<void> => {
  const element = document.getElementById("root");
  if (element === null) return;
  const root = createRoot(element);
  const log = openEventLog({
    clock: systemClock,
    store: () => localStorage,
    path: () => location.hash.replace(/^#/u, "") || "/",
  });
  watchPageFaults(log, window);
  const draw = (screen: ReactNode): void =>
    root.render(
      <StrictMode>
        <PreferencesProvider>
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
  const inbox = await openInbox?.(opened.value.library);
  draw(
    <DependenciesProvider value={{ ...opened.value, library, inbox }}>
      <Shell notices={notices} supersession={supersession} />
    </DependenciesProvider>,
  );
};
