import { stickItems } from "@dianbo/shared/book-folder";
import type { RecordId } from "@dianbo/shared/identity";
import { type SetMenu, timesOf } from "@dianbo/shared/set-menu";
import { useSnapshot } from "../../app/library-context.tsx";
import { useSiteTime } from "../../app/site-records.ts";
import { Choice } from "../../design/choice.tsx";
import { clockInWords, dayInWords } from "../../design/day-in-words.ts";
import { RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./stick.module.css";
import type { Making } from "./use-making.ts";

const MenuRow = ({
  menu,
  ticked,
  disabled,
  hint,
  onTick,
}: {
  readonly menu: SetMenu;
  readonly ticked: boolean;
  readonly disabled: boolean;
  /** For which session it is. */
  readonly hint: string | undefined;
  readonly onTick: () => void;
}) => {
  const { stick: words } = useWords();
  const { entries, items } = useSnapshot();
  const { total } = timesOf(menu, [...entries.values()], (id) => items.get(id));
  return (
    <li>
      <label className={`${css.menu ?? ""} ${ticked ? (css.ticked ?? "") : ""}`}>
        <input type="checkbox" checked={ticked} disabled={disabled} onChange={onTick} />
        {menu.number == null ? null : <RoundTag number={menu.number} />}
        <span className={css.name}>
          <b className="clip">{menu.name}</b>
          <span className="small clip">{hint ?? menu.audience}</span>
        </span>
        <span className="n">{words.minutes(total)}</span>
      </label>
    </li>
  );
};

/** What goes along: menus, the next session's first, or the whole book. */
export const WhatSheet = ({ making }: { readonly making: Making }) => {
  const { stick: words } = useWords();
  const snapshot = useSnapshot();
  const { date } = useSiteTime();
  const { desk, state, scope, menus, next } = making;
  const busy = state.work.type !== "nothing" && state.work.type !== "looking";
  const ticked: ReadonlySet<RecordId> = new Set(scope.type === "menus" ? scope.menus : []);
  const tick = (id: RecordId): void => {
    const wanted = new Set(ticked);
    if (!wanted.delete(id)) wanted.add(id);
    // In the order of the list, so that tonight's comes first.
    const chosen = menus.flatMap((menu) => (wanted.has(menu.id) ? menu.id : []));
    void desk.aim({ type: "menus", menus: chosen });
  };
  const sessionHint =
    next === undefined
      ? undefined
      : words.next(
          [
            dayInWords(next.session.date, date),
            next.session.start == null ? undefined : clockInWords(next.session.start),
            next.session.place,
          ]
            .filter((part) => part != null)
            .join(" "),
        );
  return (
    <section className={`sheet ${css.part ?? ""}`} aria-labelledby="stick-what">
      <div className={css.top}>
        <h2 id="stick-what">{words.what}</h2>
        <Choice
          name={words.what}
          options={[
            { value: "menus", word: words.scopes.menus },
            { value: "book", word: words.scopes.book },
          ]}
          chosen={scope.type}
          onChoose={(type) => {
            if (busy) return;
            const [first] = menus;
            const menusAgain = next?.menu ?? first?.id;
            void desk.aim(
              type === "book"
                ? { type }
                : { type, menus: menusAgain === undefined ? [] : [menusAgain] },
            );
          }}
        />
      </div>
      {scope.type === "book" ? (
        <p>{words.bookWhat(stickItems(snapshot, scope).length)}</p>
      ) : menus.length === 0 ? (
        <p>
          {words.noMenus} <a href="#/set-menus">{words.toMenus}</a>
        </p>
      ) : (
        <ul className={css.menus} aria-label={words.what}>
          {menus.map((menu) => (
            <MenuRow
              key={menu.id}
              menu={menu}
              ticked={ticked.has(menu.id)}
              disabled={busy}
              hint={menu.id === next?.menu ? sessionHint : undefined}
              onTick={() => tick(menu.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
};
