import type { Changes } from "@dianbo/shared/changes";
import { civilDateOf } from "@dianbo/shared/clock";
import type { RecordId } from "@dianbo/shared/identity";
import {
  archiveSetMenus,
  bringBackSetMenus,
  byMenuNumber,
  createSetMenu,
  deleteSetMenu,
  duplicateSetMenu,
  isOffered,
  menuNumbersLeft,
  type SetMenu,
} from "@dianbo/shared/set-menu";
import { Archive, LayoutTemplate, Plus, Shuffle } from "lucide-react";
import { useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import type { Workbench } from "../../storage/index.ts";
import { ArchiveBar } from "./archive-bar.tsx";
import { ArchivedMenus } from "./archived-menus.tsx";
import { MenuRow } from "./menu-row.tsx";
import css from "./set-menus-room.module.css";
import { useAct } from "./use-act.ts";
import { useMenuDays } from "./use-menu-days.ts";

/** From here on it is said how many menu numbers are left. */
const FEW_NUMBERS = 10;

/** How many numbers for menus are left, where that has to be known. */
const NumbersLeft = () => {
  const { setMenus: words } = useWords();
  const { menus } = useSnapshot();
  const left = menuNumbersLeft(menus.values());
  if (left > FEW_NUMBERS) return null;
  return <p className="note">{left === 0 ? words.numbersGone : words.numbersLeft(left)}</p>;
};

/** The list of all set menus, the archived ones folded below. */
export const SetMenusRoom = () => {
  const { setMenus: words } = useWords();
  const { newId, random, clock } = useDependencies();
  const { menus, records } = useSnapshot();
  const calendar = useMenuDays();
  const acting = useAct();
  const [done, setDone] = useState<string>();
  const [ticked, setTicked] = useState<ReadonlySet<RecordId>>();
  const shown = [...menus.values()].filter(isOffered).sort(byMenuNumber);

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

  /** Does it, and says it in place with the way back. */
  const tell = async (command: (bench: Workbench) => Changes, sentence: string): Promise<void> => {
    const kept = await acting.act(command);
    setDone(kept ? sentence : undefined);
  };

  const duplicate = (menu: SetMenu): Promise<void> => {
    const name = words.copyOf(menu.name).slice(0, 100);
    return tell(({ snapshot }) => {
      const all = [...snapshot.menus.values()];
      const entries = [...snapshot.entries.values()];
      return duplicateSetMenu(menu, name, all, entries, { newId, random }).changes;
    }, words.duplicated(name));
  };

  const remove = async (menu: SetMenu): Promise<void> => {
    const record = records.get(menu.id);
    if (record === undefined) return;
    await tell(() => deleteSetMenu(menu, record), words.removed(menu.name));
  };

  const archive = (some: readonly SetMenu[]): Promise<void> => {
    const [only] = some;
    const sentence =
      some.length === 1 && only !== undefined
        ? words.archived(only.name)
        : words.archivedSome(some.length);
    return tell(() => archiveSetMenus(some, civilDateOf(clock.now())), sentence);
  };

  const chosen = shown.filter(({ id }) => ticked?.has(id) === true);
  const ticking = ({ id }: SetMenu) =>
    ticked === undefined
      ? undefined
      : {
          on: ticked.has(id),
          tick: () => {
            const next = new Set(ticked);
            if (!next.delete(id)) next.add(id);
            setTicked(next);
          },
        };

  return (
    <main className="main">
      <div className="head">
        <h1>{words.title}</h1>
        <span className="dim n">{words.count(shown.length)}</span>
        {shown.length < 2 || ticked !== undefined ? null : (
          <Button
            look="text"
            className="end quiet"
            icon={<Icon of={Archive} />}
            onClick={() => {
              setDone(undefined);
              setTicked(new Set());
            }}
          >
            {words.archiveSome}
          </Button>
        )}
        <a
          className={shown.length < 2 || ticked !== undefined ? "btn end" : "btn"}
          href="#/set-menus/starters"
        >
          <Icon of={LayoutTemplate} />
          {words.startersButton}
        </a>
        <a className="btn" href="#/set-menus/compose">
          <Icon of={Shuffle} />
          {words.compose.button}
        </a>
        <Button look="go" icon={<Icon of={Plus} />} onClick={() => void make()}>
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
      <NumbersLeft />
      {ticked === undefined ? null : (
        <ArchiveBar
          chosen={chosen.length}
          of={shown.length}
          all={() => setTicked(new Set(shown.map(({ id }) => id)))}
          archive={() => {
            setTicked(undefined);
            void archive(chosen);
          }}
          leave={() => setTicked(undefined)}
        />
      )}
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
                calendar={calendar}
                duplicate={() => void duplicate(menu)}
                ticking={ticking(menu)}
                archive={() => void archive([menu])}
                remove={() => void remove(menu)}
              />
            ))}
          </ul>
        )}
        <ArchivedMenus
          bringBack={(some) =>
            void tell(() => bringBackSetMenus(some), words.broughtBack(some.length))
          }
        />
      </section>
    </main>
  );
};
