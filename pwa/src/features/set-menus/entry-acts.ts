import type { TimedEntry } from "@dianbo/shared/set-menu";
import type { Words } from "../../locales/index.ts";

/** What can be done to one entry of a menu. */
export interface EntryActs {
  move(entry: TimedEntry, by: -1 | 1): void;
  takeOut(entry: TimedEntry): void;
  /** Makes an activity longer or shorter, by minutes. */
  stretch(entry: TimedEntry, by: number): void;
  /** Marks it as must-play or optional. */
  markMust(entry: TimedEntry, must: boolean): void;
  /** Opens the page of an entry's item. */
  openItem(entry: TimedEntry): void;
  /** Puts an entry before or behind another one; both by id. */
  place(entry: string, target: string, where: "before" | "after"): void;
}

/** What an entry is called. */
export const titleOf = ({ entry, item }: TimedEntry, words: Words["setMenus"]): string =>
  entry.activity?.name ?? item?.title ?? words.gone;
