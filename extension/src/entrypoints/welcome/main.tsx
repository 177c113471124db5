import { createRoot } from "react-dom/client";
import "@dianbo/pwa/design/tokens.css";
import "@dianbo/pwa/design/base.css";
import "@dianbo/pwa/design/office.css";
import { chosenLanguage, wordsOf } from "../../locales/index.ts";
import { Welcome } from "./welcome.tsx";

/** The greeting after the extension was loaded. It asks nothing of any server: portals open when they are pressed. */
const start = (): void => {
  const element = document.getElementById("root");
  if (element === null) return;
  const language = chosenLanguage();
  document.documentElement.lang = language;
  const words = wordsOf(language).welcome;
  document.title = words.windowTitle;
  createRoot(element).render(<Welcome words={words} />);
};

start();
