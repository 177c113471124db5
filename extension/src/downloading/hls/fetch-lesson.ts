import type { LessonNote } from "../../inbox/index.ts";
import { giveBack } from "../give-back.ts";
import type { Answer } from "./ask-portal.ts";
import { type FragmentFile, openFragmentFile } from "./fragment-file.ts";
import { type LessonDesk, LessonStopped } from "./lesson-desk.ts";
import { countPart } from "./lesson-part.ts";
import { type Fragment, type LessonPlan, planLesson } from "./lesson-plan.ts";
import { missingStretches } from "./missing-stretches.ts";
import {
  type AskedLesson,
  askedLesson,
  askFor,
  type FetchLesson,
  mediaPlaylistOf,
  openLesson,
  stoppedBy,
} from "./open-lesson.ts";
import type { MediaPlaylist, Piece } from "./playlist.ts";

const MB = 1024 * 1024;
const REPORT_EVERY_MS = 250;
/** A segment of this many bytes a second is no lesson's; shorter ones may still have the least. */
const MOST_A_SECOND = 8 * MB;
const LEAST_CAP = 32 * MB;
/** So many fragments in a row that a portal cannot give: it is the portal, not a gap. */
const MOST_IN_A_ROW = 8;

const KEY_BYTES = 16;
/** What a portal answers where an address has run out. */
const STALE: ReadonlySet<number> = new Set([403, 404, 410]);

/** A lesson whose fragments come; also what putting it together needs to know. */
export interface OpenLesson {
  readonly plan: LessonPlan;
  readonly playlists: readonly MediaPlaylist[];
  readonly file: FragmentFile;
  /** Fragments that are left out, as the person wants it. */
  readonly leftOut: ReadonlySet<number>;
}

/** Told as it goes. */
export interface LessonListener {
  readonly opened: (lesson: OpenLesson) => void;
  /** A fragment lies on the disk. */
  readonly arrived: (number: number) => void;
  /** Whether no more is to be asked for. */
  readonly isResting: () => boolean;
}

const capOf = (plan: LessonPlan): ((fragment: Fragment) => number) => {
  const longest = Math.max(0, ...plan.tracks.flat().map(({ segment }) => segment.seconds));
  const most = Math.max(LEAST_CAP, longest * MOST_A_SECOND);
  return (fragment) => (fragment.kind === "key" ? 4096 : most);
};

/** Where the fragments stand in a playlist that was read anew: matched by track and media sequence. */
const newAddresses = (old: LessonPlan, fresh: LessonPlan): Map<number, Piece> => {
  const addresses = new Map<number, Piece>();
  const put = (from: number | undefined, to: number | undefined): void => {
    const piece = to === undefined ? undefined : fresh.fragments[to];
    if (from !== undefined && piece !== undefined) addresses.set(from, piece);
  };
  for (const [track, segments] of old.tracks.entries()) {
    const bySequence = new Map(fresh.tracks[track]?.map((one) => [one.segment.sequence, one]));
    for (const planned of segments) {
      const found = bySequence.get(planned.segment.sequence);
      put(planned.fragment, found?.fragment);
      put(planned.key, found?.key);
      put(planned.map, found?.map);
    }
  }
  return addresses;
};

const isSamePiece = (a: Piece, b: Piece): boolean =>
  a.url === b.url && a.range?.offset === b.range?.offset && a.range?.length === b.range?.length;

/** Asks for fragments; an address that went stale is looked for in the playlist as it is now. */
const openAsking = (
  plan: LessonPlan,
  context: AskedLesson,
  signal: AbortSignal,
): { ask(fragment: Fragment): Promise<Answer>; arrived(): void } => {
  const cap = capOf(plan);
  let addresses = new Map<number, Piece>();
  // Read anew once for each fragment that came, else a portal that gives nothing would be asked for ever.
  let mayReread = true;
  return {
    arrived: () => {
      mayReread = true;
    },
    ask: async (fragment) => {
      const piece = addresses.get(fragment.number) ?? fragment;
      const answer = await askFor(piece, cap(fragment), context, signal);
      const isStale = answer.type === "refused" && STALE.has(answer.status);
      if (!isStale || !mayReread) return answer;
      mayReread = false;
      const fresh = planLesson((await openLesson(context, signal)).map(mediaPlaylistOf));
      addresses = newAddresses(plan, fresh);
      const now = addresses.get(fragment.number);
      if (now === undefined || isSamePiece(now, piece)) return answer;
      return askFor(now, cap(fragment), context, signal);
    },
  };
};

/** The bytes of an answer; undefined for a gap; throws what ends the whole lesson. */
const bytesOf = (fragment: Fragment, answer: Answer): Uint8Array<ArrayBuffer> | undefined => {
  switch (answer.type) {
    case "got":
      if (fragment.kind === "key" && answer.bytes.length !== KEY_BYTES) {
        throw new LessonStopped("wrong-type");
      }
      return answer.bytes;
    case "network":
    case "no-permission":
    case "login-page":
      throw stoppedBy(answer);
    case "refused":
    case "broken":
    case "too-large":
      return undefined;
  }
};

/** Opens a lesson: as the ledger has it, else as the portal does now. */
const resumeLesson = async (
  context: AskedLesson,
  signal: AbortSignal,
): Promise<OpenLesson & { readonly playlistTexts: LessonNote["playlists"] }> => {
  const { order, desk } = context;
  const known = await desk.rows.readNote(order.id);
  const playlistTexts = known?.playlists ?? (await openLesson(context, signal));
  const playlists = playlistTexts.map(mediaPlaylistOf);
  const indexed = known === undefined ? [] : await desk.rows.readEntries(order.id);
  if (known === undefined) {
    await desk.rows.forget(order.id);
    await desk.rows.writeNote(order.id, { playlists: playlistTexts, missing: [] });
  }
  const sink = await desk.openSink(order.id);
  if (known === undefined) sink.truncate(0);
  return {
    plan: planLesson(playlists),
    playlists,
    playlistTexts,
    file: await openFragmentFile(sink, indexed),
    leftOut: new Set(order.asIs ? (known?.missing ?? []) : []),
  };
};

/**
 * Fetches all fragments of a lesson into its file, one after the other: what is asked of the portal lies
 * on the disk before the next is asked, so that any death costs one. Returns once all that can be had is
 * there, or nothing is on its way any more where it was to rest; throws `LessonStopped`.
 */
export const fetchLesson = async (
  order: FetchLesson,
  desk: LessonDesk,
  listener: LessonListener,
  signal: AbortSignal,
): Promise<"whole" | "rests"> => {
  const context = askedLesson(order, desk);
  const lesson = await resumeLesson(context, signal);
  const { plan, file, leftOut } = lesson;
  listener.opened(lesson);

  const count = countPart(plan, file.entries, leftOut);
  let reportedAt = Number.NEGATIVE_INFINITY;
  const report = (): void => {
    reportedAt = desk.elapsed();
    desk.report({
      type: "progress",
      id: order.id,
      received: file.received(),
      part: count.part(),
    });
  };
  const asking = openAsking(plan, context, signal);
  const missing = new Set<number>();
  let inARow = 0;
  let indexing: Promise<void> = Promise.resolve();
  report();
  const wanted = plan.fragments.filter(({ number }) => !file.has(number) && !leftOut.has(number));
  let ahead: Promise<Answer> | undefined;
  for (const [turn, fragment] of wanted.entries()) {
    if (ahead === undefined && listener.isResting()) {
      await indexing;
      return "rests";
    }
    const answer = await (ahead ?? asking.ask(fragment));
    ahead = undefined;
    if (signal.aborted) throw new LessonStopped("cancelled");
    const bytes = bytesOf(fragment, answer);
    if (bytes === undefined) {
      missing.add(fragment.number);
      inARow += 1;
      const isPortal = inARow >= MOST_IN_A_ROW || file.entries.length === 0;
      if (isPortal && answer.type !== "got") throw stoppedBy(answer);
      continue;
    }
    await file.append(fragment.number, bytes);
    giveBack(bytes);
    count.add(fragment.number);
    inARow = 0;
    asking.arrived();
    // The next is asked for while this one is flushed: what the ledger does not know yet is found by its head.
    const next = listener.isResting() ? undefined : wanted[turn + 1];
    ahead = next === undefined ? undefined : asking.ask(next);
    ahead?.catch(() => undefined);
    file.flush();
    await indexing;
    indexing = desk.rows.writeLast(order.id, file.entries);
    listener.arrived(fragment.number);
    if (desk.elapsed() - reportedAt >= REPORT_EVERY_MS) report();
  }
  await indexing;
  report();
  const gaps = missingStretches(lesson.playlists, plan, missing);
  if (gaps.length === 0 || (order.asIs && missing.size === 0)) return "whole";
  await desk.rows.writeNote(order.id, {
    playlists: lesson.playlistTexts,
    missing: [...leftOut, ...missing],
  });
  throw new LessonStopped("incomplete", null, { missing: gaps });
};
