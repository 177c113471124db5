import { ok } from "@dianbo/shared/result";
import {
  countAgain,
  findLikeWishes,
  noteWishes,
  readWishes,
  WISH_LENGTH,
  type WishPaste,
  type WishRow,
} from "@dianbo/shared/wish";
import { CornerDownLeft, Plus } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { searchBoxProps } from "../../app/room-search.ts";
import { useSiteTime, useWishes, wishesOf } from "../../app/site-records.ts";
import { useAct } from "../../app/use-act.ts";
import { Button } from "../../design/button.tsx";
import { gapAfter } from "../../design/gap-after.ts";
import { Icon } from "../../design/icon.tsx";
import { TallyMarks } from "../../design/tally-marks.tsx";
import { useWords } from "../../locales/index.ts";
import styles from "./wishes.module.css";

/** How many wishes noted before are offered below the box. */
const OFFERED = 4;

/** Writes wishes: new ones are noted, known ones counted again. */
const useNoting = () => {
  const { newId } = useDependencies();
  const { date } = useSiteTime();
  const { act } = useAct();
  return {
    note: (wishes: WishPaste["wishes"]): Promise<boolean> =>
      act(({ snapshot, identity }) =>
        ok(noteWishes(wishes, wishesOf(snapshot.records, identity.site).rows, date, newId)),
      ),
    again: (row: WishRow): Promise<boolean> => act(() => ok(countAgain(row, 1, date, newId))),
  };
};

const PastePreview = ({
  paste,
  done,
}: {
  readonly paste: WishPaste;
  readonly done: () => void;
}) => {
  const words = useWords().wishes;
  const { note } = useNoting();
  const keep = async (): Promise<void> => {
    if (paste.wishes.length === 0 || (await note(paste.wishes))) done();
  };
  return (
    <div className={`note ${paste.tooLong.length === 0 ? "" : "warn"} ${styles.paste ?? ""}`}>
      <p className="grow" role="status">
        {words.pasted(paste.lines, paste.wishes.length)}
        {paste.tooLong.length === 0 ? null : (
          <span className={styles.tooLong}>
            {words.tooLong(paste.tooLong.length)}
            {paste.tooLong.slice(0, 3).map((text) => (
              <span key={text} className={`clip ${styles.tooLongText ?? ""}`}>
                {text}
              </span>
            ))}
          </span>
        )}
      </p>
      {paste.wishes.length === 0 ? null : (
        <Button look="go" onClick={() => void keep()}>
          {words.keepPasted(paste.wishes.length)}
        </Button>
      )}
      <Button look="text" onClick={done}>
        {words.dropPasted}
      </Button>
    </div>
  );
};

/**
 * The box for paper slips: type, Enter, type the next. What was asked for before is offered below, ↓ chooses
 * it, and Enter counts it once more. Many lines pasted are looked at before they are kept.
 */
export const NoteBox = () => {
  const words = useWords().wishes;
  const { rows } = useWishes();
  const { note, again } = useNoting();
  const list = useId();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(-1);
  const [paste, setPaste] = useState<WishPaste>();
  const [refused, setRefused] = useState<string>();
  const like = useMemo(() => findLikeWishes(typed, rows, OFFERED), [typed, rows]);

  const clear = (): void => {
    setTyped("");
    setChosen(-1);
    setRefused(undefined);
    box.current?.focus();
  };
  const count = async (row: WishRow): Promise<void> => {
    if (await again(row)) clear();
    else setRefused(words.notKept);
  };
  const keep = async (): Promise<void> => {
    const row = like[chosen];
    if (row !== undefined) return count(row);
    const { wishes, tooLong } = readWishes(typed);
    const [long] = tooLong;
    if (long !== undefined) setRefused(words.tooLongOne([...long].length));
    else if (wishes.length > 0) {
      if (await note(wishes)) clear();
      else setRefused(words.notKept);
    }
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const last = like.length - 1;
    if (event.key === "Enter") void keep();
    else if (event.key === "ArrowDown") setChosen(chosen >= last ? -1 : chosen + 1);
    else if (event.key === "ArrowUp") setChosen(chosen < 0 ? last : chosen - 1);
    else if (event.key === "Escape") clear();
    else return;
    event.preventDefault();
  };
  const pasted = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\n\r\u2028\u2029]/u.test(text.trim())) return;
    event.preventDefault();
    setPaste(readWishes(text));
  };

  const open = like.length > 0;
  return (
    <section className={`sheet ${styles.noting ?? ""}`} aria-label={words.box}>
      <div className={styles.boxRow}>
        <label className={`field ${styles.box ?? ""}`}>
          <Icon of={Plus} />
          <input
            ref={box}
            {...searchBoxProps}
            role="combobox"
            aria-label={words.box}
            aria-describedby={`${list}-no-names`}
            aria-expanded={open}
            aria-controls={open ? list : undefined}
            aria-activedescendant={like[chosen] === undefined ? undefined : `${list}-${chosen}`}
            aria-autocomplete="list"
            autoComplete="off"
            placeholder={words.boxHint}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen(-1);
              setRefused(undefined);
            }}
            onKeyDown={press}
            onPaste={pasted}
          />
          {[...typed].length > WISH_LENGTH - 50 ? (
            <span className="small n">
              {[...typed].length}/{WISH_LENGTH}
            </span>
          ) : null}
        </label>
        <Button look="go" icon={<Icon of={CornerDownLeft} size={18} />} onClick={() => void keep()}>
          {words.note}
        </Button>
      </div>
      <p id={`${list}-no-names`} className={`small ${styles.noNames ?? ""}`}>
        {words.noNames}
        {gapAfter(words.noNames)}
        {words.pasteHint}
      </p>
      {refused === undefined ? null : (
        <p className={`note bad ${styles.refused ?? ""}`} role="alert">
          {refused}
        </p>
      )}
      {paste === undefined ? null : (
        <PastePreview
          paste={paste}
          done={() => {
            setPaste(undefined);
            box.current?.focus();
          }}
        />
      )}
      {open ? (
        <div className={styles.like}>
          <p className="small">{words.likeHead}</p>
          <ul id={list} role="listbox" aria-label={words.likeHead}>
            {like.map((row, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the box above carries the keys of the whole list
              <li
                key={row.id}
                id={`${list}-${at}`}
                role="option"
                aria-selected={at === chosen}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => void count(row)}
              >
                <TallyMarks count={row.count} words={words.tally(row.count)} />
                <span className="clip grow">{row.text}</span>
                <span className="st small">
                  <Icon of={Plus} size={16} />
                  {words.again}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
};
