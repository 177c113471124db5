import type { SetMenu } from "@dianbo/shared/set-menu";
import { History } from "lucide-react";
import { useMemo } from "react";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./menu-note.module.css";
import { useMenuDays } from "./use-menu-days.ts";

const SHOWN = 6;

/** When the menu was used (放过), told from what ran in the study room, and for when it is planned. */
export const MenuHistory = ({
  menu,
  items,
}: {
  readonly menu: SetMenu;
  readonly items: number;
}) => {
  const { setMenus: words } = useWords();
  const calendar = useMenuDays();
  const days = useMemo(() => calendar.daysOf(menu), [calendar, menu]);
  const next = calendar.nextOf(menu);
  return (
    <div className={css.note}>
      <Icon of={History} size={18} />
      <b>{words.history}</b>
      <span className={css.days}>
        {days.length === 0 ? <span>{words.historyNone}</span> : null}
        {days.slice(0, SHOWN).map(({ on, played }) => (
          <span key={on} className="n">
            {words.historyDay(on, played, items)}
          </span>
        ))}
        {days.length > SHOWN ? <span>{words.historyMore(days.length - SHOWN)}</span> : null}
        {next === undefined ? null : <span>{words.planned(next)}</span>}
      </span>
    </div>
  );
};
