import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../design/tokens.css";
import "../design/base.css";
import { chosenLanguage, WordsProvider, wordsOf } from "../locales/index.ts";
import { DependenciesProvider, type Dependencies } from "./library-context.tsx";
import { openDependencies } from "./open-dependencies.ts";
import { Shell } from "./shell.tsx";

/** Opens the library and draws the office into `#root`. */
export const mountOffice = async ({ home }: { readonly home: Dependencies["home"] }): Promise<void> => {
  const element = document.getElementById("root");
  if (element === null) return;
  const language = chosenLanguage();
  document.documentElement.lang = language;
  const opened = await openDependencies(home, () => location.reload());
  if (!opened.ok) return;
  createRoot(element).render(
    <StrictMode>
      <WordsProvider value={wordsOf(language)}>
        <DependenciesProvider value={opened.value}>
          <Shell />
        </DependenciesProvider>
      </WordsProvider>
    </StrictMode>,
  );
};
