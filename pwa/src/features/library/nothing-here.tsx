import { CATEGORY_NAMES, type Category } from "@dianbo/shared/category";
import type { ReactNode } from "react";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./library-room.module.css";

/** An empty list in words, with the way on. */
export const NothingHere = ({
  query,
  shelf,
  elsewhere,
  lookEverywhere,
  narrowed,
  widen,
  near,
}: {
  readonly query: string;
  readonly shelf: Category | undefined;
  /** Whether other shelves have finds. */
  readonly elsewhere: boolean;
  readonly lookEverywhere: () => void;
  /** Whether conditions stand that may have let nothing through. */
  readonly narrowed: boolean;
  readonly widen: () => void;
  /** What may have been meant. */
  readonly near: ReactNode;
}) => {
  const { library: words } = useWords();
  const name = shelf === undefined ? undefined : CATEGORY_NAMES[shelf];
  if (narrowed) {
    return (
      <div className={css.nothing}>
        <b>{words.filter.nothing}</b>
        <p className="row">
          <Button onClick={widen}>{words.filter.clear}</Button>
        </p>
        <div className={css.near}>{near}</div>
      </div>
    );
  }
  if (query === "" && name !== undefined) {
    return <p className={css.nothing}>{words.emptyShelf(name)}</p>;
  }
  return (
    <div className={css.nothing}>
      <b>{words.nothing(query)}</b>
      {elsewhere && name !== undefined ? (
        <p className="row">
          {words.nothingOnShelf(name)}
          <Button onClick={lookEverywhere}>{words.lookEverywhere}</Button>
        </p>
      ) : (
        <p className="dim">{words.nothingTry}</p>
      )}
      <div className={css.near}>{near}</div>
    </div>
  );
};
