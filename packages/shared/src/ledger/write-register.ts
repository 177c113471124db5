import { type Changes, create, type FieldPut, put } from "../changes/index.ts";
import type { Instant, Minutes } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { type NewId, newRecordId, type Post, type RecordId } from "../identity/index.ts";
import { speakNumbers } from "../programme/index.ts";
import type { RegisterLine, ShownBy } from "./register-line.ts";

/** What is entered for a showing by hand: when, what, how long, where; and how it was shown. */
export interface ShowingEntry {
  readonly startedAt: Instant;
  /** An item of this book, or what it was called. */
  readonly what: { readonly item: Courseware } | { readonly title: string };
  readonly minutes: Minutes;
  /** `undefined` where it ran in the study room after all, which only a correction says. */
  readonly by: ShownBy | undefined;
  readonly place?: string | undefined;
  readonly branch?: RecordId | undefined;
  readonly session?: RecordId | undefined;
  readonly menu?: RecordId | undefined;
  /** Why it is written into a month that was printed before. */
  readonly reason?: string | undefined;
}

/** Who writes, and when. */
export interface RegisterHand {
  readonly post: Post;
  readonly now: Instant;
  readonly newId: NewId;
}

const entryPuts = (
  entry: ShowingEntry,
  { post, newId }: RegisterHand,
  corrects: RecordId | undefined,
): readonly FieldPut[] => {
  const item = "item" in entry.what ? entry.what.item : undefined;
  return [
    ...create(
      { id: newRecordId(newId), kind: item === undefined ? "showing" : "playback" },
      {
        item: item?.id,
        title: "title" in entry.what ? entry.what.title : entry.what.item.title,
        number: item?.number ?? undefined,
        startedAt: entry.startedAt,
        played: { seconds: entry.minutes * 60, completed: true },
        by: entry.by,
        place: entry.place,
        branch: entry.branch,
        session: entry.session,
        menu: entry.menu,
        post,
        corrects,
        reason: entry.reason,
      },
    ),
    ...(item === undefined ? [] : speakNumbers([item])),
  ];
};

const nameOf = ({ what }: ShowingEntry): string => ("title" in what ? what.title : what.item.title);

/**
 * Enters a showing by disc, television, live broadcast or another player. It counts as what the study room
 * plays; an item that was shown was spoken.
 */
export const recordShowing = (entry: ShowingEntry, hand: RegisterHand): Changes => ({
  label: { type: "record-showing", name: nameOf(entry) },
  puts: entryPuts(entry, hand, undefined).slice(),
});

/**
 * Puts a line right: it is struck out with the reason and stays readable, and what is true stands as a new
 * line that names it. `instead` is `undefined` where nothing was shown at all.
 */
export const correctLine = (
  line: RegisterLine,
  reason: string,
  instead: ShowingEntry | undefined,
  hand: RegisterHand,
): Changes => ({
  label: { type: "correct-register", name: line.title },
  puts: [
    put({ id: line.id, kind: line.kind }, "struck", { reason, at: hand.now, post: hand.post }),
    ...(instead === undefined ? [] : entryPuts(instead, hand, line.id)),
  ],
});
