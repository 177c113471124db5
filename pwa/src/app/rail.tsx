import { isListed } from "@dianbo/shared/courseware";
import { isOffered } from "@dianbo/shared/set-menu";
import {
  BookOpen,
  CalendarCheck,
  CalendarDays,
  Compass,
  HandHeart,
  Inbox,
  Library,
  type LucideIcon,
  NotebookPen,
  Projector,
  Settings,
  Share2,
  Utensils,
} from "lucide-react";
import { useMemo, useSyncExternalStore } from "react";
import { Icon } from "../design/icon.tsx";
import { Mark } from "../design/mark.tsx";
import { useWords } from "../locales/index.ts";
import type { WaitingRow } from "./inbox-source.ts";
import { useDependencies, useIdentity, useSnapshot } from "./library-context.tsx";
import css from "./shell.module.css";

const NO_ROWS: readonly WaitingRow[] = [];
const noRows = (): readonly WaitingRow[] => NO_ROWS;
const never = () => () => undefined;

/** How many rows wait in the inbox, wherever they lie; one that lies in both places counts once. */
const useInboxCount = (): number => {
  const { inbox } = useDependencies();
  const { items } = useSnapshot();
  const rows = useSyncExternalStore(inbox?.subscribe ?? never, inbox?.rows ?? noRows) ?? NO_ROWS;
  return useMemo(() => {
    const waiting = new Set<string>(
      rows.map((row) => (row.type === "clip" ? row.clip.id : row.id)),
    );
    const unfiled = [...items.values()].filter(
      (item) => isListed(item) && item.category == null && !waiting.has(item.id),
    );
    return waiting.size + unfiled.length;
  }, [rows, items]);
};

const Door = ({
  href,
  icon,
  name,
  count,
  here,
}: {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly name: string;
  readonly count?: number;
  readonly here: boolean;
}) => (
  <a href={href} className={here ? "on" : undefined} aria-current={here ? "page" : undefined}>
    <Icon of={icon} />
    {name}
    {count === undefined || count === 0 ? null : <span className="n">{count}</span>}
  </a>
);

const PostSwitch = () => {
  const { shell: words } = useWords();
  const { library } = useDependencies();
  const { siteName, post } = useIdentity();
  const other = post === "A" ? "B" : "A";
  return (
    <div className={`site ${css.site ?? ""}`}>
      <div className={css.siteLine}>
        <a href="#/settings" className={`clip ${css.siteName ?? ""}`} title={siteName}>
          {siteName === "" ? words.unnamedSite : siteName}
        </a>
        <button
          type="button"
          className={css.post}
          aria-label={words.switchPost(post, other)}
          title={words.switchPost(post, other)}
          onClick={() => void library.setPost(other)}
        >
          <span>{words.post(post)}</span>
        </button>
      </div>
    </div>
  );
};

/** The rail: mark, site and post, the rooms with what waits in them, the dark door. */
export const Rail = ({ path }: { readonly path: string }) => {
  const { shell: words } = useWords();
  const { items, menus } = useSnapshot();
  const inboxCount = useInboxCount();
  const held = useMemo(() => [...items.values()].filter(isListed).length, [items]);
  const menuCount = useMemo(() => [...menus.values()].filter(isOffered).length, [menus]);
  const under = (root: string): boolean => path === root || path.startsWith(`${root}/`);
  return (
    <nav className={`rail ${css.rail ?? ""}`} aria-label={words.rooms}>
      <div className="brand">
        <Mark />
        {words.product}
      </div>
      <PostSwitch />
      <Door href="#/" icon={CalendarCheck} name={words.today} here={path === "/" || path === ""} />
      <Door
        href="#/inbox"
        icon={Inbox}
        name={words.inbox}
        count={inboxCount}
        here={under("/inbox") || under("/downloads") || under("/handoff")}
      />
      <Door
        href="#/library"
        icon={Library}
        name={words.library}
        count={held}
        here={under("/library")}
      />
      <Door
        href="#/set-menus"
        icon={Utensils}
        name={words.setMenus}
        count={menuCount}
        here={under("/set-menus")}
      />
      <Door
        href="#/schedule"
        icon={CalendarDays}
        name={words.schedule}
        here={under("/schedule") || under("/pre-flight")}
      />
      <Door href="#/wishes" icon={HandHeart} name={words.wishes} here={under("/wishes")} />
      <Door href="#/book" icon={BookOpen} name={words.book} here={under("/book")} />
      <Door
        href="#/ledgers"
        icon={NotebookPen}
        name={words.ledger}
        here={["/ledgers", "/register", "/reports", "/questions"].some(under)}
      />
      <Door
        href="#/share"
        icon={Share2}
        name={words.share}
        here={["/share", "/channels", "/stick", "/open-stick"].some(under)}
      />
      <div className="grow" />
      <Door href="#/portals" icon={Compass} name={words.portals} here={under("/portals")} />
      <Door
        href="#/settings"
        icon={Settings}
        name={words.settings}
        here={under("/settings") || under("/backup") || under("/keeping")}
      />
      <a href="room.html" className="door">
        <Icon of={Projector} size={24} />
        {words.studyRoom}
      </a>
    </nav>
  );
};
