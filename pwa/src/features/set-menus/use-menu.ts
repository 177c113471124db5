import type { Changes, FieldPut } from "@dianbo/shared/changes";
import { minutesSchema } from "@dianbo/shared/clock";
import {
  addToMenu,
  editActivity,
  entriesOf,
  type MenuTimes,
  markMustPlay,
  moveInMenu,
  removeFromMenu,
  type SetMenu,
  type SetMenuEntry,
  type TimedEntry,
  timesOf,
} from "@dianbo/shared/set-menu";
import { useMemo, useState } from "react";
import * as v from "valibot";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useWords } from "../../locales/index.ts";
import type { Addition } from "./additions.ts";
import { type EntryActs, titleOf } from "./entry-acts.ts";
import { itemOf } from "./item-of.ts";
import type { Acting } from "./use-act.ts";

/** A menu on the clock, and everything that can be done to its entries. */
export interface MenuAtWork {
  readonly times: MenuTimes;
  readonly acts: EntryActs;
  add(addition: Addition): void;
  /** What just happened, for a screen reader. */
  readonly said: string;
}

const withOrders = (
  entries: readonly SetMenuEntry[],
  puts: readonly FieldPut[],
): readonly SetMenuEntry[] =>
  entries.map((entry) => {
    const order = puts.find(({ id, field }) => id === entry.id && field === "order")?.values[0]
      ?.value;
    return typeof order === "string" ? { ...entry, order } : entry;
  });

/** The builder shows and undoes in place what it does, so the line at the foot need not tell it again. */
const quietly = (menu: SetMenu, changes: Changes): Changes => ({
  ...changes,
  label: { type: "edit-set-menu", name: menu.name },
});

/** Holds one menu's entries and the hand that rearranges them. */
export const useMenu = (menu: SetMenu, acting: Acting): MenuAtWork => {
  const { setMenus: words } = useWords();
  const { newId, random } = useDependencies();
  const { items, entries, records } = useSnapshot();
  const [said, say] = useState("");
  // The order just made, until the store has it: a row that was dropped does not jump back meanwhile.
  const [moving, setMoving] = useState<readonly SetMenuEntry[]>();
  const times = useMemo(
    () => timesOf(menu, moving ?? [...entries.values()], itemOf(items)),
    [menu, moving, entries, items],
  );

  const moveTo = async (timed: TimedEntry, index: number): Promise<void> => {
    const move = (all: readonly SetMenuEntry[]) =>
      moveInMenu(menu, all, timed.entry.id, index, random);
    const before = [...entries.values()];
    setMoving(withOrders(before, move(before).puts));
    const kept = await acting.act(({ snapshot }) => move([...snapshot.entries.values()]));
    setMoving(undefined);
    if (kept) say(words.movedTo(titleOf(timed, words), index + 1, times.entries.length));
  };

  const acts: EntryActs = {
    move: (timed, by) => {
      const index = times.entries.findIndex(({ entry }) => entry.id === timed.entry.id) + by;
      if (index < 0) say(words.atTop(titleOf(timed, words)));
      else if (index >= times.entries.length) say(words.atBottom(titleOf(timed, words)));
      else void moveTo(timed, index);
    },
    place: (entry, target, where) => {
      const timed = times.entries.find((one) => one.entry.id === entry);
      const others = times.entries.filter((one) => one.entry.id !== entry);
      const index = others.findIndex((one) => one.entry.id === target);
      if (timed === undefined || index < 0) return;
      void moveTo(timed, where === "before" ? index : index + 1);
    },
    takeOut: (timed) => {
      const record = records.get(timed.entry.id);
      if (record === undefined) return;
      void acting
        .act(() => quietly(menu, removeFromMenu(menu, record)))
        .then((kept) => {
          if (kept) say(words.tookOut(titleOf(timed, words)));
        });
    },
    stretch: (timed, by) => {
      const { activity } = timed.entry;
      const minutes = v.safeParse(minutesSchema, timed.minutes + by);
      if (activity == null || !minutes.success || minutes.output < 1) return;
      void acting.act(() =>
        editActivity(menu, timed.entry.id, { name: activity.name, minutes: minutes.output }),
      );
    },
    markMust: (timed, must) => void acting.act(() => markMustPlay(menu, timed, must)),
    openItem: (timed) => {
      if (timed.item !== undefined) location.hash = `#/library/${timed.item.id}`;
    },
  };

  return {
    times,
    acts,
    said,
    add: (addition) => {
      const content =
        addition.type === "item"
          ? { item: addition.item.id }
          : { activity: { name: addition.name, minutes: addition.minutes } };
      const name = addition.type === "item" ? addition.item.title : addition.name;
      void acting
        .act(({ snapshot }) => {
          const all = [...snapshot.entries.values()];
          const last = entriesOf(menu.id, all).length;
          return quietly(menu, addToMenu(menu, all, content, { newId, random }, last));
        })
        .then((kept) => {
          if (kept) say(words.added(name));
        });
    },
  };
};
