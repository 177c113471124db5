import type { Courseware } from "@dianbo/shared/courseware";
import { restoreCourseware } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { ArrowLeft, Undo2 } from "lucide-react";
import { KindOf } from "../../app/kind-of.tsx";
import type { Act } from "../../app/use-act.ts";
import { Button } from "../../design/button.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { recordsOf } from "./bulk-acts.ts";
import css from "./library-room.module.css";

/** What was deleted, each with the way back. */
export const Trash = ({
  items,
  act,
  leave,
}: {
  readonly items: readonly Courseware[];
  readonly act: Act;
  readonly leave: () => void;
}) => {
  const { library: words } = useWords();
  const restore = (some: readonly Courseware[]): void => {
    void act(({ snapshot }) => ok(restoreCourseware(recordsOf(some, snapshot.records))));
  };
  return (
    <>
      <div className="head">
        <Button
          look="text"
          icon={<ArrowLeft size={20} strokeWidth={1.75} aria-hidden="true" />}
          onClick={leave}
        >
          {words.back}
        </Button>
        <h1>{words.trashTitle}</h1>
        {items.length < 2 ? null : (
          <Button className="end" onClick={() => restore(items)}>
            {words.restoreAll}
          </Button>
        )}
      </div>
      <section className={`sheet ${css.trash ?? ""}`} aria-label={words.trashTitle}>
        <p className="dim">{items.length === 0 ? words.trashEmpty : words.trashNote}</p>
        <ul>
          {items.map((item) => (
            <li key={item.id}>
              <span className={css.trashNumber}>
                {item.number == null ? (
                  <span className="hint">–</span>
                ) : (
                  <NumberTag number={item.number} />
                )}
              </span>
              <span className={`grow clip ${css.trashWords ?? ""}`} title={item.title}>
                {item.title}
              </span>
              <span className={`st ${css.trashKind ?? ""}`}>
                <KindOf kind={item.kind} />
              </span>
              <Button
                icon={<Undo2 size={18} strokeWidth={1.75} aria-hidden="true" />}
                aria-label={words.restoreOf(item.title)}
                onClick={() => restore([item])}
              >
                {words.restore}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};
