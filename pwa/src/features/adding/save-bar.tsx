import { CATEGORIES, CATEGORY_NAMES } from "@dianbo/shared/category";
import { isListed } from "@dianbo/shared/courseware";
import { TriangleAlert } from "lucide-react";
import { useSnapshot } from "../../app/library-context.tsx";
import { Button, Key } from "../../design/button.tsx";
import { DigitBlock } from "../../design/number-tag.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import css from "./adding-room.module.css";
import { ownNumberReader } from "./own-number.ts";
import { categoryOf, isOpen } from "./row.ts";
import type { SaveOutcome } from "./save-rows.ts";
import { type BroughtRows, isSound } from "./use-brought-rows.ts";

const notSaved = (why: string, words: Words["adding"]): string => {
  switch (why) {
    case "shelf-full":
    case "number-taken":
    case "disk-full":
      return words.notSaved[why];
    default:
      return words.notSaved.other;
  }
};

type Unsaved = Exclude<SaveOutcome, { type: "saved" }>;

const outcomeWords = (outcome: Unsaved, words: Words["adding"]): string => {
  switch (outcome.type) {
    case "stopped":
      return words.stopped;
    case "nothing-kept":
      return words.nothingKept;
    case "not-saved":
      return notSaved(outcome.why, words);
  }
};

/** Why the last save kept nothing, for eyes and readers. A good end is told by the rows and the undo line. */
export const OutcomeLine = ({ outcome }: { readonly outcome: SaveOutcome | undefined }) => {
  const { adding: words } = useWords();
  return (
    <div role="status" className={css.outcome}>
      {outcome === undefined || outcome.type === "saved" ? null : (
        <div className={`note warn ${css.said ?? ""}`}>
          <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" />
          <span className="grow">{outcomeWords(outcome, words)}</span>
        </div>
      )}
    </div>
  );
};

/** What the sheet comes to, and the one button that saves it. */
export const SaveBar = ({ files }: { readonly files: BroughtRows }) => {
  const { adding: words } = useWords();
  const { items } = useSnapshot();
  const open = files.rows.filter(isOpen);
  const sound = open.filter(({ key }) => isSound(files.problems.get(key)));
  const unfiled = sound.filter((row) => categoryOf(row) === undefined).length;
  const read = ownNumberReader(files.known);
  const offers = open.filter(
    ({ oldNumber, number }) =>
      oldNumber !== undefined && number.trim() === "" && read(String(oldNumber)).ok,
  ).length;
  if (files.saving) {
    const working = files.rows.filter(({ state }) =>
      ["ready", "keeping", "kept"].includes(state.type),
    );
    const done = working.filter(({ state }) => state.type === "kept").length;
    return (
      <div className={css.foot}>
        <span className="grow" role="status">
          {words.saving(done, working.length)}
        </span>
        <Button onClick={files.stop}>{words.stop}</Button>
      </div>
    );
  }
  if (open.length === 0) {
    const numbered = files.rows.filter(({ state }) => {
      const item = state.type === "added" ? items.get(state.item) : undefined;
      return item !== undefined && isListed(item) && item.number != null;
    }).length;
    return numbered === 0 ? null : (
      <div className={css.foot}>
        <span className="grow">{words.savedSome(numbered)}</span>
        <a href="#/library" className="btn">
          {words.toLibrary}
        </a>
      </div>
    );
  }
  const inFolder = open.some(({ lies }) => lies !== undefined);
  return (
    <div className={css.foot}>
      <span className={css.keys}>
        <Key>1</Key>–<Key>5</Key>
        {words.keys}
      </span>
      <span className="grow small">
        {sound.length < open.length ? `${words.unsound(open.length - sound.length)} ` : ""}
        {unfiled === 0 ? "" : words.unfiled(unfiled)}
      </span>
      {unfiled < 2 ? null : (
        <fieldset className={css.rest}>
          <legend className="visually-hidden">{words.fileRest(unfiled)}</legend>
          <span aria-hidden="true">{words.fileRest(unfiled)}</span>
          {CATEGORIES.map((category) => (
            <button
              key={category}
              type="button"
              className={css.digit}
              aria-label={words.fileRestInto(category, CATEGORY_NAMES[category], unfiled)}
              title={CATEGORY_NAMES[category]}
              onClick={() => files.fileRest(category)}
            >
              <DigitBlock digit={category} />
            </button>
          ))}
        </fieldset>
      )}
      {inFolder ? (
        <label className={css.staying}>
          <input
            type="checkbox"
            checked={files.staying}
            onChange={(event) => files.setStaying(event.target.checked)}
          />
          {words.staying}
        </label>
      ) : null}
      {offers < 2 ? null : (
        <Button onClick={files.takeAllOldNumbers}>{words.allOldNumbers(offers)}</Button>
      )}
      <Button look="go" disabled={sound.length === 0} onClick={files.save}>
        {words.save(sound.length)}
      </Button>
    </div>
  );
};
