import { isMustPlay, type MenuTimes, type SetMenu, type TimedEntry } from "@dianbo/shared/set-menu";
import { DropIndicator, GridList, I18nProvider, useDragAndDrop } from "react-aria-components";
import { useWords } from "../../locales/index.ts";
import type { EntryActs } from "./entry-acts.ts";
import { EntryRow } from "./entry-row.tsx";
import css from "./menu-entries.module.css";

const DIRECTIONS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** The entry whose row holds the focus. */
const focusedEntry = (times: MenuTimes): TimedEntry | undefined => {
  const row = document.activeElement?.closest("[role=row]");
  const id = row?.querySelector("[data-entry]")?.getAttribute("data-entry");
  return times.entries.find(({ entry }) => entry.id === id);
};

/**
 * The entries of a menu: dragged by hand, by keyboard and with a screen reader; Alt+↑/↓ moves, Del takes
 * out. Loaded late, because it brings the drag-and-drop kit.
 */
export const MenuEntries = ({
  menu,
  times,
  startsAt,
  acts,
}: {
  readonly menu: SetMenu;
  readonly times: MenuTimes;
  /** Minutes since midnight at which the session starts. */
  readonly startsAt: number;
  readonly acts: EntryActs;
}) => {
  const { setMenus: words } = useWords();
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => {
      const [moved] = keys;
      if (moved === undefined || target.dropPosition === "on") return;
      acts.place(String(moved), String(target.key), target.dropPosition);
    },
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className={css.indicator ?? ""} />
    ),
  });

  const press = (event: React.KeyboardEvent): void => {
    const direction = DIRECTIONS[event.key];
    const moves = event.altKey && direction !== undefined;
    if (!moves && event.key !== "Delete") return;
    const entry = focusedEntry(times);
    if (entry === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (moves) acts.move(entry, direction);
    else acts.takeOut(entry);
  };

  return (
    <I18nProvider locale={document.documentElement.lang}>
      <div onKeyDownCapture={press}>
        <GridList
          className={css.entries ?? ""}
          aria-label={words.entries}
          items={times.entries.map((timed) => ({ id: timed.entry.id, timed }))}
          dependencies={[times, startsAt, menu]}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => <p className={css.empty}>{words.noEntries}</p>}
        >
          {({ timed }) => (
            <EntryRow
              timed={timed}
              startsAt={startsAt}
              acts={acts}
              must={isMustPlay(menu, timed.entry)}
              session={times.session}
            />
          )}
        </GridList>
      </div>
    </I18nProvider>
  );
};
