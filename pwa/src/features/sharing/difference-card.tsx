import type { ListRow } from "@dianbo/shared/sharing";
import { useId } from "react";
import { Differing } from "../../design/differing.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./list-preview.module.css";
import { RowNumber, TakeTick } from "./preview-row.tsx";
import { valueInWords } from "./value-in-words.ts";

/** An item of which the two sites say different things: both side by side, ours chosen at first. */
export const DifferenceCard = ({
  row,
  from,
  theirs,
  choose,
  ...tick
}: {
  readonly row: ListRow;
  /** Who made the list, and when. */
  readonly from: string;
  readonly theirs: boolean;
  readonly choose: (theirs: boolean) => void;
  readonly ticked: boolean;
  readonly along: boolean;
  readonly toggle: () => void;
}) => {
  const { sharing: words, item, shell } = useWords();
  const name = useId();
  const names: Readonly<Record<string, string>> =
    row.kind === "set-menu" ? words.menuFields : item.names;
  const nameOf = (field: string): string => names[field] ?? item.otherField(field);
  const side = (which: "ours" | "theirs") => (
    <div className={(which === "theirs") === theirs ? css.chosen : undefined}>
      <label className="row">
        <input
          type="radio"
          name={name}
          checked={(which === "theirs") === theirs}
          onChange={() => choose(which === "theirs")}
        />
        <b>{words[which]}</b>
        <span className="end small">{which === "ours" ? words.ofOurs : from}</span>
      </label>
      {row.differences.map((difference) => {
        const text = valueInWords(difference.field, difference[which], item);
        const other = which === "ours" ? difference.theirs : difference.ours;
        return (
          <p key={difference.field}>
            <span className="dim">
              {nameOf(difference.field)}
              {shell.marks.colon}
            </span>
            <Differing text={text} other={valueInWords(difference.field, other, item)} />
          </p>
        );
      })}
    </div>
  );
  return (
    <fieldset className={css.card}>
      <legend className="visually-hidden">{row.title}</legend>
      <div className={`row ${css.cardHead ?? ""}`}>
        <TakeTick title={row.title} {...tick} />
        <RowNumber row={row} />
        <b className={`clip ${css.title ?? ""}`}>{row.title}</b>
        <span className={`end small ${css.fields ?? ""}`}>
          {words.differingIn(
            row.differences.map(({ field }) => nameOf(field)).join(shell.marks.list),
          )}
        </span>
      </div>
      {tick.ticked && row.differences.length > 0 ? (
        <div className={css.two}>
          {side("ours")}
          {side("theirs")}
        </div>
      ) : null}
    </fieldset>
  );
};
