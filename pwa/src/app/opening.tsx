import { useWords } from "../locales/index.ts";
import css from "./shell.module.css";

/** Stands where a room or the library is being opened; its words come only when that takes longer than 300 ms. */
export const Opening = () => {
  const { shell: words } = useWords();
  return (
    <main className="main">
      <p className={`dim ${css.opening ?? ""}`}>{words.opening}</p>
    </main>
  );
};
