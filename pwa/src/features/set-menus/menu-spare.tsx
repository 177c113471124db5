import { isListed } from "@dianbo/shared/courseware";
import type { SearchIndex } from "@dianbo/shared/search";
import { editSetMenu, type MenuTimes, type SetMenu } from "@dianbo/shared/set-menu";
import { LifeBuoy, X } from "lucide-react";
import { useSnapshot } from "../../app/library-context.tsx";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { AddField } from "./add-field.tsx";
import css from "./menu-note.module.css";
import type { Acting } from "./use-act.ts";

/** The spare (备片): the one item that plays when one of the menu's films fails. */
export const MenuSpare = ({
  menu,
  times,
  index,
  acting,
}: {
  readonly menu: SetMenu;
  readonly times: MenuTimes;
  readonly index: SearchIndex;
  readonly acting: Acting;
}) => {
  const { setMenus: words } = useWords();
  const { items } = useSnapshot();
  const item = menu.spare == null ? undefined : items.get(menu.spare);
  const title = item !== undefined && isListed(item) ? item.title : words.gone;
  return (
    <div className={css.note}>
      <Icon of={LifeBuoy} size={18} />
      <b>{words.spare}</b>
      {menu.spare == null ? (
        <div className={css.choose}>
          <AddField
            index={index}
            label={words.spareLabel}
            hint={words.spareHint}
            itemsOnly
            add={(addition) => {
              if (addition.type !== "item") return;
              void acting.act(() => editSetMenu(menu, { spare: addition.item.id }));
            }}
          />
        </div>
      ) : (
        <>
          {item?.number == null ? null : <NumberTag number={item.number} size="s" />}
          <span className={`clip ${css.kept ?? ""}`}>{title}</span>
          <button
            type="button"
            className={css.drop}
            aria-label={words.spareDrop(title)}
            onClick={() => void acting.act(() => editSetMenu(menu, { spare: null }))}
          >
            <Icon of={X} size={18} />
          </button>
          {times.entries.some((timed) => timed.item?.id === menu.spare) ? (
            <span className="st warn small">{words.spareInMenu}</span>
          ) : null}
          {item?.minutes == null || item.minutes === 0 ? null : (
            <span className="n dim end">{words.minutes(item.minutes)}</span>
          )}
        </>
      )}
    </div>
  );
};
