import { pendingFields, type RecordState, settle, type Write } from "@dianbo/shared/changes";
import type { Courseware } from "@dianbo/shared/courseware";
import { deleteCourseware, restoreCourseware, settleNumberClashes } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import { pendingValueInWords } from "../../app/pending-values.ts";
import type { Act } from "../../app/use-act.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./pending-card.module.css";

/** Numbers are settled together by their own law; a deletion has words of its own. */
const APART: ReadonlySet<string> = new Set(["number", "formerNumbers", "deleted"]);

const useFieldName = (): ((field: string) => string) => {
  const { item: words } = useWords();
  const names: Readonly<Record<string, string>> = words.names;
  return (field) => names[field] ?? words.otherField(field);
};

const Pair = ({
  field,
  writes,
  take,
}: {
  readonly field: string;
  /** The shown one first. */
  readonly writes: readonly Write[];
  readonly take: (write: Write) => void;
}) => {
  const { item: words } = useWords();
  const name = useFieldName()(field);
  return (
    <fieldset className={css.pair}>
      <legend>{name}</legend>
      <div className={css.values}>
        {writes.map((write, place) => {
          const value = pendingValueInWords(field, write.value, words);
          return (
            <div key={`${write.dot.writer}:${write.dot.counter}`} className={css.value}>
              <span className="small">
                {place === 0 ? words.shown : words.waiting}
                {write.by === undefined ? "" : ` · ${words.by(write.by)}`}
              </span>
              <b>{value}</b>
              <Button aria-label={words.takeOf(name, value)} onClick={() => take(write)}>
                {words.take}
              </Button>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
};

/** What waits under 待定: both values side by side, settled with one click. */
export const PendingCard = ({
  item,
  record,
  act,
}: {
  readonly item: Courseware;
  readonly record: RecordState;
  readonly act: Act;
}) => {
  const { item: words } = useWords();
  const { newId } = useDependencies();
  const { site } = useIdentity();
  const pairs = pendingFields(record, site).filter(({ field }) => !APART.has(field));
  const deletion = item.life === "deleted-but-edited" || item.pending.includes("deleted");
  const numbers = item.pending.includes("number") || item.pending.includes("formerNumbers");
  if (pairs.length === 0 && !deletion && !numbers) return null;
  return (
    <section className={`sheet ${css.card ?? ""}`} aria-label={words.pending}>
      <h2>{words.pending}</h2>
      <p className="small">{words.pendingNote}</p>
      {deletion ? (
        <div className={css.line}>
          <span className="grow">{words.deletedOrKept}</span>
          <Button onClick={() => void act(() => ok(restoreCourseware([record])))}>
            {words.keep}
          </Button>
          <Button look="bad" onClick={() => void act(() => ok(deleteCourseware([record])))}>
            {words.stayDeleted}
          </Button>
        </div>
      ) : null}
      {numbers ? (
        <div className={css.line}>
          <span className="grow">{words.numbersPending}</span>
          <Button onClick={() => void act(({ book }) => settleNumberClashes(book, newId))}>
            {words.settleNumbers}
          </Button>
        </div>
      ) : null}
      {pairs.map(({ field, writes }) => (
        <Pair
          key={field}
          field={field}
          writes={writes}
          take={({ value }) =>
            void act(() =>
              ok({
                label: { type: "settle", name: item.title },
                puts: [settle({ id: item.id, kind: "courseware" }, field, value)],
              }),
            )
          }
        />
      ))}
    </section>
  );
};
