import { Search, X } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";
import { searchBoxProps } from "../../app/room-search.ts";
import { Key } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./library-room.module.css";

/** The one search box: number, 汉字, pinyin, initials. ↓ goes to the finds, Enter opens the first. */
export const SearchBox = ({
  query,
  found,
  change,
  down,
  enter,
  giveUp,
  focused,
  box,
}: {
  readonly query: string;
  /** What was found, in words. */
  readonly found: string;
  readonly change: (query: string) => void;
  readonly down: () => void;
  readonly enter: () => void;
  readonly giveUp: () => void;
  readonly focused: (has: boolean) => void;
  readonly box: Ref<HTMLInputElement>;
}) => {
  const { library: words } = useWords();
  const keyDown = (event: KeyboardEvent): void => {
    // The input method's own Enter and arrows belong to it.
    if (event.nativeEvent.isComposing) return;
    const act = { ArrowDown: down, Enter: enter, Escape: giveUp }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div role="search" className={`field ${css.find ?? ""}`}>
      <Search size={20} strokeWidth={1.75} aria-hidden="true" />
      <input
        ref={box}
        {...searchBoxProps}
        aria-label={words.search}
        aria-keyshortcuts="/"
        placeholder={words.searchHint}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => change(event.target.value)}
        onKeyDown={keyDown}
        onFocus={() => focused(true)}
        onBlur={() => focused(false)}
      />
      <span className={`small clip ${css.found ?? ""}`} role="status">
        {query === "" ? "" : found}
      </span>
      {query === "" ? (
        <Key>/</Key>
      ) : (
        <button
          type="button"
          className={css.clear}
          aria-label={words.clear}
          onClick={() => change("")}
        >
          <X size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    </div>
  );
};
