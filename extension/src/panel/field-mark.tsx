import type { FieldSource } from "@dianbo/shared/portal";
import { useWords } from "../locales/index.ts";
import styles from "./clip-panel.module.css";

/** Below this what was found is a guess. */
const UNSURE = 0.7;

/** Where a field's value came from and how sure it is; pressed, the person points at it in the page. */
export const FieldMark = ({
  name,
  found,
  onPoint,
}: {
  /** What the field is called, for those who do not see. */
  readonly name: string;
  readonly found: { readonly source: FieldSource; readonly confidence: number } | undefined;
  /** Missing where there is nothing to mend. */
  readonly onPoint: (() => void) | undefined;
}) => {
  const words = useWords();
  const isUnsure = found !== undefined && found.confidence < UNSURE;
  const where = found === undefined ? undefined : words.sources[found.source];
  if (onPoint === undefined) {
    return where === undefined ? null : <span className={styles.source}>{where}</span>;
  }
  const how = isUnsure ? words.unsure : words.sure;
  // The name holds what is seen word for word, so that who speaks to the computer can say it.
  const shown = [where, where === undefined ? undefined : how, words.pointAtIt]
    .filter((part) => part !== undefined)
    .join(" · ");
  return (
    <button
      type="button"
      className={`${styles.source} ${styles.mark}`}
      aria-label={words.pointLabel(name, shown, where !== undefined)}
      onClick={onPoint}
    >
      {where}
      {isUnsure ? <span className={styles.unsure}>{` · ${how}`}</span> : null}
      <span className={where === undefined ? undefined : styles.onDemand}>
        {where === undefined ? null : isUnsure ? " · " : ` · ${how} · `}
        {words.pointAtIt}
      </span>
    </button>
  );
};
