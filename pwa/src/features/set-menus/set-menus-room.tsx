import {
  createSetMenu,
  deleteSetMenu,
  duplicateSetMenu,
  type SetMenu,
  timesOf,
} from "@dianbo/shared/set-menu";
import { Copy, Plus, Trash2, TriangleAlert } from "lucide-react";
import { useMemo, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { itemOf } from "./item-of.ts";
import { MinutesBar } from "./minutes-bar.tsx";
import css from "./set-menus-room.module.css";
import { useAct } from "./use-act.ts";

const byNumber = (a: SetMenu, b: SetMenu): number =>
  (a.number ?? 100) - (b.number ?? 100) || (a.id < b.id ? -1 : 1);

const MenuRow = ({
  menu,
  duplicate,
  remove,
}: {
  readonly menu: SetMenu;
  readonly duplicate: () => void;
  readonly remove: () => void;
}) => {
  const { setMenus: words } = useWords();
  const { entries, items } = useSnapshot();
  const times = useMemo(
    () => timesOf(menu, [...entries.values()], itemOf(items)),
    [menu, entries, items],
  );
  const left = times.session - times.total;
  return (
    <li className={css.menu}>
      <a href={`#/set-menus/${menu.id}`} className={css.door}>
        <span className={css.number}>
          {menu.number == null ? (
            <span className="hint">–</span>
          ) : (
            <RoundTag number={menu.number} />
          )}
        </span>
        <span className={css.name}>
          <b className="clip">{menu.name}</b>
          <span className="small clip">
            {[menu.audience, menu.occasion, menu.mustPlay === true ? words.mustPlay : undefined]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
        <span className={css.count}>{words.entryCount(times.entries.length)}</span>
        <span className={css.bar}>
          <MinutesBar times={times} small />
        </span>
        <b className={`n ${css.total ?? ""}`}>{words.minutes(times.total)}</b>
        {times.over > 0 ? (
          <span className={`st warn ${css.verdict ?? ""}`}>
            <Icon of={TriangleAlert} size={18} />
            {words.over(times.over)}
          </span>
        ) : (
          <span className={`dim ${css.verdict ?? ""}`}>
            {left === 0 ? words.exact : words.left(left)}
          </span>
        )}
      </a>
      <Button
        look="text"
        className="quiet"
        icon={<Icon of={Copy} size={18} />}
        aria-label={`${words.duplicate}：${menu.name}`}
        onClick={duplicate}
      >
        {words.duplicate}
      </Button>
      <Button
        look="text"
        className="quiet"
        icon={<Icon of={Trash2} size={18} />}
        aria-label={`${words.remove}：${menu.name}`}
        onClick={remove}
      >
        {words.remove}
      </Button>
    </li>
  );
};

/** The list of all set menus. */
export const SetMenusRoom = () => {
  const { setMenus: words } = useWords();
  const { newId, random } = useDependencies();
  const { menus, records } = useSnapshot();
  const acting = useAct();
  const [done, setDone] = useState<string>();
  const shown = [...menus.values()].filter(({ life }) => life !== "deleted").sort(byNumber);

  const make = async (): Promise<void> => {
    let made: string | undefined;
    const kept = await acting.act(({ snapshot }) => {
      const created = createSetMenu(
        { name: words.newMenuName },
        [...snapshot.menus.values()],
        newId,
      );
      made = created.id;
      return created.changes;
    });
    if (kept && made !== undefined) location.hash = `#/set-menus/${made}`;
  };

  const duplicate = async (menu: SetMenu): Promise<void> => {
    const name = words.copyOf(menu.name).slice(0, 100);
    const kept = await acting.act(({ snapshot }) => {
      const all = [...snapshot.menus.values()];
      const entries = [...snapshot.entries.values()];
      return duplicateSetMenu(menu, name, all, entries, { newId, random }).changes;
    });
    setDone(kept ? words.duplicated(name) : undefined);
  };

  const remove = async (menu: SetMenu): Promise<void> => {
    const record = records.get(menu.id);
    if (record === undefined) return;
    const kept = await acting.act(() => deleteSetMenu(menu, record));
    setDone(kept ? words.removed(menu.name) : undefined);
  };

  return (
    <main className="main">
      <div className="head">
        <h1>{words.title}</h1>
        <span className="dim n">{words.count(shown.length)}</span>
        <Button look="go" className="end" icon={<Icon of={Plus} />} onClick={() => void make()}>
          {words.newMenu}
        </Button>
      </div>
      {acting.problem === undefined ? null : (
        <p className="note bad" role="alert">
          {acting.problem}
        </p>
      )}
      <div role="status" className={css.status}>
        {done === undefined || acting.problem !== undefined ? null : (
          <p className={`note ${css.done ?? ""}`}>
            <span className="grow">{done}</span>
            <Button
              onClick={() => {
                setDone(undefined);
                void acting.undo();
              }}
            >
              {words.undo}
            </Button>
          </p>
        )}
      </div>
      <section className={`sheet ${css.list ?? ""}`} aria-label={words.listHead}>
        {shown.length === 0 ? (
          <div className={css.empty}>
            <p>{words.empty}</p>
            <Button onClick={() => void make()}>{words.newMenu}</Button>
          </div>
        ) : (
          <ul>
            {shown.map((menu) => (
              <MenuRow
                key={menu.id}
                menu={menu}
                duplicate={() => void duplicate(menu)}
                remove={() => void remove(menu)}
              />
            ))}
          </ul>
        )}
      </section>
    </main>
  );
};
