import type { RecordState } from "@dianbo/shared/changes";
import { type Courseware, isListed } from "@dianbo/shared/courseware";
import {
  deleteCourseware,
  type EditableFields,
  editCourseware,
  restoreCourseware,
} from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { ArrowLeft, Check, ShieldCheck, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useSnapshot } from "../../app/library-context.tsx";
import { menusUsing } from "../../app/menus-using.ts";
import { RemoveQuestion } from "../../app/remove-question.tsx";
import { useAct } from "../../app/use-act.ts";
import { Button } from "../../design/button.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { CategoryChoice } from "./category-choice.tsx";
import { EditField } from "./edit-field.tsx";
import { HistoryCard } from "./history-card.tsx";
import { readTitle } from "./item-fields.ts";
import css from "./item-room.module.css";
import { ItemSheet } from "./item-sheet.tsx";
import { PendingCard } from "./pending-card.tsx";
import { Preview } from "./preview.tsx";
import { Provenance, Use } from "./provenance.tsx";

const ICON = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

const Back = () => {
  const { item: words } = useWords();
  return (
    <a href="#/library" className="btn text">
      <ArrowLeft {...ICON} />
      {words.back}
    </a>
  );
};

const ItemPage = ({
  item,
  record,
}: {
  readonly item: Courseware;
  readonly record: RecordState;
}) => {
  const { item: words } = useWords();
  const { act, shelfFull } = useAct();
  // The item of the moment of writing: another field may have been kept since this was drawn.
  const edit = (edits: EditableFields): Promise<boolean> =>
    act(({ snapshot }) => ok(editCourseware(snapshot.items.get(item.id) ?? item, edits)));
  const reviewed = item.reviewed === true;
  const snapshot = useSnapshot();
  const [leaving, setLeaving] = useState(false);
  const using = isListed(item) ? menusUsing(new Set([item.id]), snapshot) : [];
  const remove = (): void => {
    setLeaving(false);
    void act(() => ok(deleteCourseware([record])));
  };
  return (
    <main className={`main ${css.room ?? ""}`}>
      <div className="head">
        <Back />
        <span className={`hint st ${css.kept ?? ""}`}>
          <Check size={16} strokeWidth={1.75} aria-hidden="true" />
          {words.kept}
        </span>
        {item.sample === true ? <span className={css.mark}>{words.sample}</span> : null}
        <span className="end row">
          <Button
            aria-pressed={reviewed}
            className={reviewed ? css.pressed : ""}
            icon={<ShieldCheck {...ICON} />}
            onClick={() => void edit({ reviewed: !reviewed })}
          >
            {words.reviewed}
          </Button>
          {isListed(item) ? (
            <Button
              look="bad"
              icon={<Trash2 {...ICON} />}
              onClick={() => (using.length === 0 ? remove() : setLeaving(true))}
            >
              {words.remove}
            </Button>
          ) : null}
        </span>
      </div>
      {leaving && using.length > 0 ? (
        <div className={`note warn ${css.deleted ?? ""}`}>
          <RemoveQuestion menus={using} count={1} remove={remove} keep={() => setLeaving(false)} />
        </div>
      ) : null}
      {isListed(item) ? null : (
        <div className={`note warn ${css.deleted ?? ""}`}>
          <span className="grow">{words.deleted}</span>
          <Button
            icon={<Undo2 {...ICON} />}
            onClick={() => void act(() => ok(restoreCourseware([record])))}
          >
            {words.restore}
          </Button>
        </div>
      )}
      <div className={css.columns}>
        <div className={css.column}>
          <section className={`sheet ${css.title ?? ""}`}>
            <h1 className="visually-hidden">{item.title}</h1>
            {item.number == null ? (
              <span className="hint">{words.noNumber}</span>
            ) : (
              <NumberTag number={item.number} size="xl" />
            )}
            <EditField
              label={words.names.title}
              kept={item.title}
              read={readTitle}
              save={(title) => edit({ title })}
              look="title"
            />
          </section>
          <PendingCard item={item} record={record} act={act} />
          <Preview item={item} />
          <Provenance item={item} />
          <HistoryCard key={item.id} record={record} />
        </div>
        <div className={css.column}>
          <ItemSheet item={item} edit={edit} />
          <CategoryChoice item={item} act={act} shelfFull={shelfFull} />
          <Use item={item} />
        </div>
      </div>
    </main>
  );
};

/** The page of one item: its number, everything known of it, edited where it stands. */
export const ItemRoom = ({ id }: { readonly id: string }) => {
  const { item: words } = useWords();
  const { items, records } = useSnapshot();
  const item = [...items.values()].find((one) => one.id === id);
  const record = item === undefined ? undefined : records.get(item.id);
  if (item !== undefined && record !== undefined) return <ItemPage item={item} record={record} />;
  return (
    <main className="main">
      <div className="head">
        <Back />
        <h1>{words.gone}</h1>
      </div>
      <p className="dim">{words.goneMore}</p>
    </main>
  );
};
