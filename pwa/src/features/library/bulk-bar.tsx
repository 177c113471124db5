import type { Category } from "@dianbo/shared/category";
import type { Courseware, KeepingPlace } from "@dianbo/shared/courseware";
import { fileCourseware } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { createSetMenu } from "@dianbo/shared/set-menu";
import {
  FolderInput,
  Info,
  ListPlus,
  type LucideIcon,
  Share2,
  ShieldCheck,
  Tag,
  Trash2,
  X,
} from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { useExportList } from "../../app/export-list.ts";
import { useDependencies } from "../../app/library-context.tsx";
import type { Act } from "../../app/use-act.ts";
import { Button, Key } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { addAllToMenu, placeAll, publishAll, reviewAll, tagAll } from "./bulk-acts.ts";
import css from "./bulk-bar.module.css";
import { CategoryPanel } from "./category-panel.tsx";
import { DetailsPanel } from "./details-panel.tsx";
import { MenuPanel } from "./menu-panel.tsx";
import { TagPanel } from "./tag-panel.tsx";

type Panel = "menu" | "tags" | "category" | "details";

const ICON = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

/** The bar at the sheet's foot while items are ticked: what can be done to all of them at once. */
export const BulkBar = ({
  ticked,
  unticked,
  act,
  clear,
  all,
  remove,
  question,
}: {
  readonly ticked: readonly Courseware[];
  /** How many more were found, where nothing else ticks them all. */
  readonly unticked: number;
  readonly act: Act;
  /** Forgets the ticks. */
  readonly clear: () => void;
  /** Ticks all that were found. */
  readonly all: () => void;
  readonly remove: () => void;
  /** What is asked before they are deleted; stands in place of a panel. */
  readonly question: ReactNode;
}) => {
  const { library: words, sharing } = useWords();
  const { newId, random } = useDependencies();
  const exportList = useExportList();
  const [exported, setExported] = useState(false);
  const [panel, setPanel] = useState<Panel>();
  const bar = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const minutes = ticked.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  const allReviewed = ticked.every((item) => item.reviewed === true);

  const close = (): void => {
    bar.current?.querySelector<HTMLElement>(`[data-panel="${panel}"]`)?.focus();
    setPanel(undefined);
  };
  const done = (kept: boolean): void => {
    if (kept) clear();
  };
  const intoNew = async (name: string): Promise<void> => {
    const kept = await act(({ snapshot }) => {
      const made = createSetMenu({ name }, [...snapshot.menus.values()], newId);
      const added = addAllToMenu({ name, id: made.id, life: "alive" }, [], ticked, {
        newId,
        random,
      });
      return ok({ label: added.label, puts: [...made.changes.puts, ...added.puts] });
    });
    done(kept);
  };
  const file = async (category: Category): Promise<void> => {
    done(await act(({ book }) => fileCourseware(ticked, category, book, newId)));
  };
  const share = async (): Promise<void> => {
    const items = ticked.map(({ id }) => id);
    setExported((await exportList({ items, menus: [] }, sharing.selection)) !== undefined);
  };
  const publish = async (publisher: string | null): Promise<void> => {
    done(await act(() => ok(publishAll(ticked, publisher))));
  };
  const place = async (where: KeepingPlace | null): Promise<void> => {
    done(await act(() => ok(placeAll(ticked, where))));
  };
  const opener = (which: Panel, word: string, Icon: LucideIcon) => (
    <Button
      icon={<Icon {...ICON} />}
      data-panel={which}
      aria-expanded={panel === which}
      aria-controls={panelId}
      onClick={() => setPanel(panel === which ? undefined : which)}
    >
      {word}
    </Button>
  );
  const names: Readonly<Record<Panel, string>> = {
    menu: words.menuChoice,
    tags: words.tags,
    category: words.categoryChoice,
    details: words.details.title,
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc works from every control inside
    <div
      className={css.foot}
      ref={bar}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        if (panel === undefined) clear();
        else close();
      }}
    >
      {question}
      <div id={panelId} hidden={question !== undefined}>
        {panel === undefined ? null : (
          <section className={css.panel} aria-label={names[panel]}>
            <div className={css.choices}>
              {panel === "menu" ? (
                <MenuPanel
                  into={(menu) =>
                    void act(({ snapshot }) =>
                      ok(
                        addAllToMenu(menu, [...snapshot.entries.values()], ticked, {
                          newId,
                          random,
                        }),
                      ),
                    ).then(done)
                  }
                  intoNew={(name) => void intoNew(name)}
                />
              ) : null}
              {panel === "tags" ? (
                <TagPanel
                  ticked={ticked}
                  add={(tag) => void act(() => ok(tagAll(ticked, tag, "add")))}
                  remove={(tag) => void act(() => ok(tagAll(ticked, tag, "remove")))}
                />
              ) : null}
              {panel === "category" ? (
                <CategoryPanel ticked={ticked} file={(category) => void file(category)} />
              ) : null}
              {panel === "details" ? (
                <DetailsPanel
                  ticked={ticked}
                  publish={(publisher) => void publish(publisher)}
                  place={(where) => void place(where)}
                />
              ) : null}
            </div>
            <Button look="text" className={css.close} aria-label={words.close} onClick={close}>
              <X {...ICON} />
            </Button>
          </section>
        )}
      </div>
      <p role="status" className={exported ? css.said : undefined}>
        {exported ? sharing.exportedShort : ""}
      </p>
      <div className={css.bar} role="toolbar" aria-label={words.bulk}>
        <b className="n">{words.selected(ticked.length, minutes)}</b>
        {opener("menu", words.toMenu, ListPlus)}
        {opener("tags", words.tags, Tag)}
        {opener("category", words.category, FolderInput)}
        {opener("details", words.details.word, Info)}
        <Button icon={<Share2 {...ICON} />} onClick={() => void share()}>
          {sharing.export}
        </Button>
        <Button
          icon={<ShieldCheck {...ICON} />}
          onClick={() => void act(() => ok(reviewAll(ticked, !allReviewed)))}
        >
          {allReviewed ? words.unreview : words.review}
        </Button>
        <Button
          look="bad"
          className={css.away}
          icon={<Trash2 {...ICON} />}
          aria-keyshortcuts="Delete"
          onClick={remove}
        >
          {words.remove}
        </Button>
        {unticked === 0 ? null : (
          <Button look="text" className="end" onClick={all}>
            {words.tickAll(ticked.length + unticked)}
          </Button>
        )}
        <Button look="text" className={unticked === 0 ? "end" : ""} onClick={clear}>
          {words.clearSelection}
          <Key>Esc</Key>
        </Button>
      </div>
    </div>
  );
};
