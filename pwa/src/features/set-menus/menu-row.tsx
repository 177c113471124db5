import { type SetMenu, timesOf } from "@dianbo/shared/set-menu";
import { Archive, Copy, Trash2, TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { itemOf } from "./item-of.ts";
import { MinutesBar } from "./minutes-bar.tsx";
import css from "./set-menus-room.module.css";
import type { MenuCalendar } from "./use-menu-days.ts";

const MenuActs = ({
  name,
  duplicate,
  archive,
  remove,
}: {
  readonly name: string;
  readonly duplicate: () => void;
  readonly archive: () => void;
  readonly remove: () => void;
}) => {
  const { setMenus: words, shell } = useWords();
  const acts = [
    { icon: Copy, word: words.duplicate, act: duplicate },
    { icon: Archive, word: words.archive, act: archive },
    { icon: Trash2, word: words.remove, act: remove },
  ];
  return acts.map(({ icon, word, act }) => (
    <Button
      key={word}
      look="text"
      className={`quiet ${css.act ?? ""}`}
      icon={<Icon of={icon} size={18} />}
      aria-label={`${word}${shell.marks.colon}${name}`}
      onClick={act}
    >
      {word}
    </Button>
  ));
};

/** One set menu in the list: its number, how long it is beside its hour, and what can be done to it. */
export const MenuRow = ({
  menu,
  calendar,
  ticking,
  duplicate,
  archive,
  remove,
}: {
  readonly menu: SetMenu;
  readonly calendar: MenuCalendar;
  /** Where several are being chosen: whether this one is, in the place of its own acts. */
  readonly ticking: { readonly on: boolean; readonly tick: () => void } | undefined;
  readonly duplicate: () => void;
  readonly archive: () => void;
  readonly remove: () => void;
}) => {
  const { setMenus: words } = useWords();
  const { entries, items } = useSnapshot();
  const times = useMemo(
    () => timesOf(menu, [...entries.values()], itemOf(items)),
    [menu, entries, items],
  );
  const [last] = useMemo(() => calendar.daysOf(menu), [calendar, menu]);
  const next = calendar.nextOf(menu);
  const left = times.session - times.total;
  return (
    <li className={css.menu}>
      {ticking === undefined ? null : (
        <label className={css.tick}>
          <input
            type="checkbox"
            aria-label={words.archiveTick(menu.name)}
            checked={ticking.on}
            onChange={ticking.tick}
          />
        </label>
      )}
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
            {[
              menu.audience,
              menu.occasion,
              menu.mustPlay === true ? words.mustPlay : undefined,
              next === undefined ? undefined : words.planned(next),
              next !== undefined || last === undefined ? undefined : words.lastUsed(last.on),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
        <span className={css.count}>{words.entryCount(times.entries.length)}</span>
        <span className={css.bar}>
          <MinutesBar times={times} menu={menu} small />
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
      {ticking === undefined ? (
        <MenuActs name={menu.name} duplicate={duplicate} archive={archive} remove={remove} />
      ) : null}
    </li>
  );
};
