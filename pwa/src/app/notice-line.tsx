import { CircleCheck, TriangleAlert, Undo2, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { useWords, type Words } from "../locales/index.ts";
import type { LibrarySnapshot } from "../storage/index.ts";
import type { Notice, Notices } from "./announced-library.ts";
import { useDependencies, useSnapshot } from "./library-context.tsx";
import css from "./shell.module.css";

/** Acts that their own room tells, with an undo in place or in the work itself: told twice would be noise. */
const TOLD_BY_ROOM: ReadonlySet<string> = new Set([
  "delete-set-menu",
  "duplicate-set-menu",
  "create-set-menu",
  "edit-set-menu",
  "edit-activity",
  "move-in-menu",
  "print-edition",
]);

const isKnownAct = (type: string, words: Words["shell"]): type is keyof Words["shell"]["acts"] =>
  Object.hasOwn(words.acts, type);

const sentence = (notice: Notice, snapshot: LibrarySnapshot, words: Words["shell"]): string => {
  switch (notice.type) {
    case "undone":
      return words.undone;
    case "redone":
      return words.redone;
    case "failed":
      return words.failures[notice.reason];
    case "done": {
      const { label, ids } = notice;
      if (!isKnownAct(label.type, words)) return words.kept;
      const items = ids.flatMap((id) => snapshot.items.get(id) ?? []);
      const [item] = items;
      return words.acts[label.type]({
        count: label.count ?? Math.max(1, items.length),
        name: label.name ?? item?.title ?? "",
        number: items.length === 1 ? (item?.number ?? undefined) : undefined,
      });
    }
  }
};

/** The quiet line at the foot: what was done, what was kept, and the way back. It stays until the next act. */
export const NoticeLine = ({ notices }: { readonly notices: Notices }) => {
  const { shell: words } = useWords();
  const { library } = useDependencies();
  const snapshot = useSnapshot();
  const notice = useSyncExternalStore(notices.subscribe, notices.current);
  const shown = notice?.type === "done" && TOLD_BY_ROOM.has(notice.label.type) ? undefined : notice;
  return (
    <div role="status" className={css.notices}>
      {shown === undefined ? null : (
        <div className={`note ${shown.type === "failed" ? "bad" : ""} ${css.notice ?? ""}`}>
          <Icon of={shown.type === "failed" ? TriangleAlert : CircleCheck} />
          <span className="grow clip">{sentence(shown, snapshot, words)}</span>
          {shown.type !== "undone" && shown.type !== "failed" && snapshot.canUndo ? (
            <Button
              look="text"
              icon={<Icon of={Undo2} size={18} />}
              onClick={() => void library.undo()}
            >
              {words.undo}
            </Button>
          ) : null}
          {shown.type === "undone" && snapshot.canRedo ? (
            <Button look="text" onClick={() => void library.redo()}>
              {words.redo}
            </Button>
          ) : null}
          <Button look="text" aria-label={words.close} onClick={notices.dismiss}>
            <Icon of={X} size={18} />
          </Button>
        </div>
      )}
    </div>
  );
};
