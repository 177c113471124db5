import { stickItems } from "@dianbo/shared/book-folder";
import type { Courseware } from "@dianbo/shared/courseware";
import { timesOf } from "@dianbo/shared/set-menu";
import { FileText, FileVideo } from "lucide-react";
import { useSnapshot } from "../../app/library-context.tsx";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import {
  bytesOfFiles,
  renamedOnStick,
  type StickPlan,
  tooBigForFat32,
} from "../../storage/book-folder/index.ts";
import css from "./stick.module.css";

/** So many that cannot come along are named. */
const NAMED = 4;

const whyAbsent = ({ place, kind }: Courseware): "place" | "link" | "missing" => {
  if (place != null) return "place";
  return kind === "link" ? "link" : "missing";
};

/** What cannot come along, why, and what to do about it. */
const Absent = ({ items }: { readonly items: readonly Courseware[] }) => {
  const { stick: words } = useWords();
  if (items.length === 0) return null;
  return (
    <div className={`note warn ${css.absent ?? ""}`}>
      <b>{words.absent(items.length)}</b>
      <ul>
        {items.slice(0, NAMED).map((item) => (
          <li key={item.id}>
            {item.number == null ? null : <NumberTag number={item.number} size="s" />}
            <a className="clip" href={`#/library/${item.id}`}>
              {item.title}
            </a>
            <span className="small">{words.absentWhy[whyAbsent(item)]}</span>
          </li>
        ))}
        {items.length > NAMED ? <li>{words.absentMore(items.length - NAMED)}</li> : null}
      </ul>
      <span className="small">
        {words.absentDo} <a href="#/open-stick">{words.read}</a>
      </span>
    </div>
  );
};

/** What goes along: how much, how long; what is missing, and what a FAT32 stick would refuse, before it begins. */
export const AlongFacts = ({ plan }: { readonly plan: StickPlan }) => {
  const { stick: words } = useWords();
  const snapshot = useSnapshot();
  const { scope, book, articles, absent } = plan;
  const files = [...book.there, ...book.missing];
  const entries = [...snapshot.entries.values()];
  const all = stickItems(snapshot, scope);
  const minutes =
    scope.type === "book"
      ? all.reduce((sum, item) => sum + (item.minutes ?? 0), 0)
      : scope.menus.reduce((sum, id) => {
          const menu = snapshot.menus.get(id);
          const times =
            menu === undefined
              ? undefined
              : timesOf(menu, entries, (item) => snapshot.items.get(item));
          return sum + (times?.total ?? 0);
        }, 0);
  const big = tooBigForFat32(plan).length;
  const renamed = renamedOnStick(plan).length;
  return (
    <>
      <ul className={css.along}>
        <li>
          <b className="n">{words.carries(all.length, minutes)}</b>
        </li>
        <li>
          <Icon of={FileVideo} size={18} />
          {files.length === 0
            ? words.sizeNone
            : words.size(files.length, sizeInWords(bytesOfFiles(files)))}
        </li>
        {articles.length === 0 ? null : (
          <li>
            <Icon of={FileText} size={18} />
            {words.articles(articles.length)}
          </li>
        )}
      </ul>
      <Absent items={absent} />
      {big === 0 ? null : <p className="note warn">{words.tooBig(big)}</p>}
      {renamed === 0 ? null : <p className="small">{words.renamed(renamed)}</p>}
    </>
  );
};
