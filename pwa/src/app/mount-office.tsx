import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../design/tokens.css";
import "../design/base.css";
import { chosenLanguage, WordsProvider, wordsOf } from "../locales/index.ts";
import type { Library } from "../storage/index.ts";
import type { InboxSource } from "./inbox-source.ts";
import { DependenciesProvider, type Dependencies } from "./library-context.tsx";
import { openDependencies } from "./open-dependencies.ts";
import { Shell } from "./shell.tsx";

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
  const language = chosenLanguage();
  document.documentElement.lang = language;
  const opened = await openDependencies(home, () => location.reload());
  if (!opened.ok) return;
  const inbox = await openInbox?.(opened.value.library);
  createRoot(element).render(
    <StrictMode>
      <WordsProvider value={wordsOf(language)}>
        <DependenciesProvider value={{ ...opened.value, inbox }}>
          <Shell />
        </DependenciesProvider>
      </WordsProvider>
    </StrictMode>,
  );
};
