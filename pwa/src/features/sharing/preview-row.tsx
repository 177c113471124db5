import type { ListRow } from "@dianbo/shared/sharing";
import { Film } from "lucide-react";
import { NumberTag, RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./list-preview.module.css";

/** The box by which a row is taken or left; what comes with a ticked menu cannot be left alone. */
export const TakeTick = ({
  title,
  ticked,
  along,
  toggle,
}: {
  readonly title: string;
  readonly ticked: boolean;
  readonly along: boolean;
  readonly toggle: () => void;
}) => {
  const { sharing: words } = useWords();
  return (
    <label className={css.tick}>
      <input
        type="checkbox"
        aria-label={words.tick(title)}
        checked={ticked}
        disabled={along}
        title={along ? words.comesWithMenu : undefined}
        onChange={toggle}
      />
    </label>
  );
};

/** The number that a row has here or gets. */
export const RowNumber = ({ row }: { readonly row: ListRow }) => {
  if (row.number === undefined) return <span className={css.noNumber} />;
  return row.kind === "set-menu" ? (
    <RoundTag number={row.number} />
  ) : (
    <NumberTag number={row.number} />
  );
};

/** One item or menu that taking brings or changes. */
export const PreviewRow = ({
  row,
  film,
  ...tick
}: {
  readonly row: ListRow;
  /** Whether its film comes along, or is nowhere yet. */
  readonly film: "along" | "missing" | undefined;
  readonly ticked: boolean;
  readonly along: boolean;
  readonly toggle: () => void;
}) => {
  const { sharing: words } = useWords();
  return (
    <li className={`row ${tick.ticked ? "" : css.left}`}>
      <TakeTick title={row.title} {...tick} />
      <span className={css.number}>
        <RowNumber row={row} />
      </span>
      <span className={`grow clip ${css.title ?? ""}`} title={row.title}>
        {row.title}
      </span>
      {film === undefined ? null : (
        <span className={`small ${css.film ?? ""}`}>
          {film === "along" ? <Film size={16} aria-hidden="true" /> : null}
          {words.filmOf[film]}
        </span>
      )}
      {row.returns ? <span className="small">{words.returns}</span> : null}
      {row.kind === "set-menu" ? (
        <span className="small">{words.menu(row.needs.length)}</span>
      ) : null}
      {row.originalNumber === undefined ? null : (
        <span className="small">{words.original(row.originalNumber)}</span>
      )}
      <span className={`n ${css.minutes ?? ""}`}>
        {row.minutes === undefined ? "" : words.minutes(row.minutes)}
      </span>
    </li>
  );
};
