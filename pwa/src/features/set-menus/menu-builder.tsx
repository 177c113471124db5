import { editSetMenu, type SetMenu } from "@dianbo/shared/set-menu";
import { MessageSquareText, MessagesSquare, NotebookPen } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { useSearchIndex } from "../../app/use-search-index.ts";
import { Key } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { useWords } from "../../locales/index.ts";
import { AddField } from "./add-field.tsx";
import { BuilderHead } from "./builder-head.tsx";
import { minutesOfDay } from "./clock-marks.ts";
import { LibraryPicker } from "./library-picker.tsx";
import css from "./menu-builder.module.css";
import { MenuHistory } from "./menu-history.tsx";
import { MenuMinutes } from "./menu-minutes.tsx";
import { MenuNote } from "./menu-note.tsx";
import { MenuProposal } from "./menu-proposal.tsx";
import { MenuSettings } from "./menu-settings.tsx";
import { MenuSpare } from "./menu-spare.tsx";
import { useAct } from "./use-act.ts";
import { useMenu } from "./use-menu.ts";
import { useStartTime } from "./use-start-time.ts";

const MenuEntries = lazy(async () => ({
  default: (await import("./menu-entries.tsx")).MenuEntries,
}));

/** The builder: choices, minutes, rows and notes on one sheet, the library beside it. */
export const MenuBuilder = ({ menu }: { readonly menu: SetMenu }) => {
  const { setMenus: words } = useWords();
  const index = useSearchIndex();
  const acting = useAct();
  const { times, acts, add, said } = useMenu(menu, acting);
  const [startTime, setStartTime] = useStartTime();
  const [beside, setBeside] = useState<"library" | "proposal">("library");
  const held = useMemo(() => new Set(times.entries.flatMap(({ item }) => item?.id ?? [])), [times]);
  const keepNote = (note: "noteBefore" | "noteDuring" | "noteAfter") => (text: string) =>
    acting.act(() => editSetMenu(menu, { [note]: text.trim() === "" ? null : text }));

  // What was added stands at the end, which may be below the fold.
  const rows = useRef<HTMLDivElement>(null);
  const count = times.entries.length;
  const counted = useRef(count);
  useEffect(() => {
    if (count > counted.current) {
      [...(rows.current?.querySelectorAll("[role=row]") ?? [])]
        .at(-1)
        ?.scrollIntoView({ block: "nearest" });
    }
    counted.current = count;
  }, [count]);

  return (
    <main className="main">
      <BuilderHead menu={menu} acting={acting} />
      <div className={css.columns}>
        <section className={`sheet ${css.editor ?? ""}`} aria-label={menu.name}>
          <MenuSettings menu={menu} times={times} acting={acting} />
          <MenuMinutes
            menu={menu}
            times={times}
            startTime={startTime}
            setStartTime={setStartTime}
          />
          <div className={css.rows} ref={rows}>
            <MenuNote
              icon={MessageSquareText}
              label={words.noteBefore}
              hint={words.noteBeforeHint}
              value={menu.noteBefore ?? ""}
              save={keepNote("noteBefore")}
            />
            <Suspense fallback={<p className={css.loading}>{words.loading}</p>}>
              <MenuEntries
                menu={menu}
                times={times}
                startsAt={minutesOfDay(startTime) ?? 0}
                acts={acts}
              />
            </Suspense>
            <MenuNote
              icon={MessagesSquare}
              label={words.noteDuring}
              hint={words.noteDuringHint}
              value={menu.noteDuring ?? ""}
              save={keepNote("noteDuring")}
            />
            <MenuNote
              icon={NotebookPen}
              label={words.noteAfter}
              hint={words.noteAfterHint}
              value={menu.noteAfter ?? ""}
              save={keepNote("noteAfter")}
            />
            <MenuSpare menu={menu} times={times} index={index} acting={acting} />
            <MenuHistory menu={menu} items={held.size} />
          </div>
          <AddField index={index} add={add} label={words.addLabel} hint={words.addHint} />
          <div className={css.keys}>
            <Key>Alt</Key>
            <Key>↑</Key>
            <Key>↓</Key>
            {words.keysMove}
            <Key>Del</Key>
            {words.keysTakeOut}
            <Key>Ctrl</Key>
            <Key>Z</Key>
            {words.keysUndo}
          </div>
        </section>
        <aside
          className={`sheet ${css.beside ?? ""}`}
          aria-label={beside === "library" ? words.picker : words.compose.title}
        >
          <div className={css.tabs}>
            <Choice
              name={words.beside}
              options={[
                { value: "library", word: words.besideLibrary },
                { value: "proposal", word: words.compose.button },
              ]}
              chosen={beside}
              onChoose={setBeside}
            />
            <span className="hint">
              {beside === "library" ? words.pickerHint : words.compose.lead}
            </span>
          </div>
          {beside === "library" ? (
            <LibraryPicker index={index} held={held} add={(item) => add({ type: "item", item })} />
          ) : (
            <MenuProposal menu={menu} times={times} index={index} acting={acting} />
          )}
        </aside>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </main>
  );
};
