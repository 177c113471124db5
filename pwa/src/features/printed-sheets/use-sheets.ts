import { lifeOf } from "@dianbo/shared/changes";
import { type CivilDate, civilDateOf } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import { speakPrinted, type WallPaper } from "@dianbo/shared/printed-sheets";
import {
  changesSinceEdition,
  type EditionChanges,
  type EditionContent,
  readEditionContent,
  type ShelfFull,
} from "@dianbo/shared/programme";
import { type BookContent, bookContent } from "@dianbo/shared/programme-book";
import { useMemo } from "react";
import * as v from "valibot";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { useMemoSettings } from "../../app/use-memo-settings.ts";
import { type LibraryFailure, numberBookOf } from "../../storage/index.ts";

const MEMO = "printed-sheets";

const line = (longest: number) => v.optional(v.pipe(v.string(), v.maxLength(longest)), "");

const settingsSchema = v.object({
  wallPaper: v.optional(v.picklist(["a3", "two", "four"]), "a3"),
  wallBlanks: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)), 0),
  /** When the room is open, as the wall sheet says it. */
  open: line(40),
  noticeSize: v.optional(v.picklist(["A4", "A3"]), "A4"),
  /** The office's own telephone; never a resident's. */
  phone: line(30),
  /** Who invites. */
  host: line(40),
});

/** What was chosen for the sheets; remembered on this PC. */
export interface SheetSettings {
  readonly wallPaper: WallPaper;
  readonly wallBlanks: number;
  readonly open: string;
  readonly noticeSize: "A4" | "A3";
  readonly phone: string;
  readonly host: string;
}

/** The last printed book, with what has changed since. */
export interface LastEdition {
  readonly number: number;
  readonly date: CivilDate;
  /** Missing where it was printed before its rows were kept. */
  readonly since:
    | { readonly content: EditionContent; readonly changes: EditionChanges }
    | undefined;
}

/** Everything the sheets are made of. */
export interface Sheets {
  readonly content: BookContent;
  readonly siteName: string;
  readonly settings: SheetSettings;
  choose(settings: Partial<SheetSettings>): void;
  readonly today: CivilDate;
  readonly edition: LastEdition | undefined;
  /** Marks numbers as told and keeps so many blank rows a shelf; what goes wrong is told, never in the way of paper. */
  speak(
    items: readonly Courseware[],
    blanks: number,
  ): Promise<ShelfFull | LibraryFailure | undefined>;
}

/** More blank rows than any sheet shows. */
const BLANKS = 6;

/** Reads what the sheets are made of from the library. */
export const useSheets = (): Sheets => {
  const { library, clock, newId } = useDependencies();
  const snapshot = useSnapshot();
  const identity = useIdentity();
  const [settings, choose] = useMemoSettings(MEMO, settingsSchema);
  const content = useMemo(
    () =>
      bookContent(
        {
          book: numberBookOf(snapshot, identity.device),
          menus: [...snapshot.menus.values()],
          entries: [...snapshot.entries.values()],
          itemOf: (id) => snapshot.items.get(id),
        },
        { blanks: BLANKS, size: 16 },
        newId,
      ),
    [snapshot, identity.device, newId],
  );
  const edition = useMemo((): LastEdition | undefined => {
    const [last] = [...snapshot.editions.values()]
      .flatMap((one) => {
        const record = snapshot.records.get(one.id);
        return record === undefined || lifeOf(record, identity.site) === "deleted"
          ? []
          : [{ one, record }];
      })
      .sort((a, b) => b.one.number - a.one.number || b.one.printedAt - a.one.printedAt);
    if (last === undefined) return undefined;
    const printed = readEditionContent(last.record, identity.site);
    return {
      number: last.one.number,
      date: civilDateOf(last.one.printedAt),
      since:
        printed === undefined
          ? undefined
          : {
              content: printed,
              changes: changesSinceEdition(printed, [...snapshot.items.values()], []),
            },
    };
  }, [snapshot, identity.site]);
  return {
    content,
    siteName: identity.siteName,
    settings,
    choose,
    today: civilDateOf(clock.now()),
    edition,
    speak: async (items, blanks) => {
      const kept = await library.apply<ShelfFull | LibraryFailure>(({ book, newId: mint }) =>
        speakPrinted(items, blanks, book, mint),
      );
      return kept.ok ? undefined : kept.error;
    },
  };
};

/** All items that stand on the programme list. */
export const listedItems = ({ shelves }: BookContent): readonly Courseware[] =>
  shelves.flatMap(({ rows }) => rows.flatMap(({ item }) => item ?? []));
