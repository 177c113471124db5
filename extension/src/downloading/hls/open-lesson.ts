import type { LessonNote } from "../../inbox/index.ts";
import { type Answer, askPortal } from "./ask-portal.ts";
import { chooseRendition } from "./choose-rendition.ts";
import { type LessonDesk, LessonStopped } from "./lesson-desk.ts";
import type { LessonOrder } from "./lesson-messages.ts";
import type { MediaPlaylist, PlaylistTrouble, Rendition } from "./playlist.ts";
import { readPlaylist } from "./read-playlist.ts";

const MOST_TEXT = 16 * 1024 * 1024;

/** An order to fetch a lesson. */
export type FetchLesson = Extract<LessonOrder, { type: "fetch" }>;

type PlaylistText = LessonNote["playlists"][number];

/** How an answer that is none ends the lesson. */
export const stoppedBy = (answer: Exclude<Answer, { type: "got" }>): LessonStopped => {
  switch (answer.type) {
    case "refused":
      return new LessonStopped("refused", answer.status);
    case "broken":
      return new LessonStopped("cut-short", answer.status);
    case "login-page":
      return new LessonStopped("login-page", answer.status);
    case "too-large":
      return new LessonStopped("wrong-type", answer.status);
    case "network":
      return new LessonStopped("network");
    case "no-permission":
      return new LessonStopped("no-permission");
  }
};

const stoppedByTrouble = (trouble: PlaylistTrouble): LessonStopped => {
  switch (trouble.type) {
    case "protected":
      return new LessonStopped("protected", null, { by: trouble.by });
    case "live":
      return new LessonStopped("live");
    case "empty":
    case "not-a-playlist":
      return new LessonStopped("wrong-type");
  }
};

/** A lesson that is being asked for, and how each origin wants to be asked. */
export interface AskedLesson {
  readonly order: FetchLesson;
  readonly desk: LessonDesk;
  /** Origins that are told the lesson's page. */
  readonly named: Set<string>;
  /** Origins that were asked by the page itself, and whether that helped. */
  readonly byPage: Map<string, boolean>;
}

/** A lesson of which nothing is known yet. */
export const askedLesson = (order: FetchLesson, desk: LessonDesk): AskedLesson => ({
  order,
  desk,
  named: new Set(),
  byPage: new Map(),
});

const isForbidden = (answer: Answer): boolean => answer.type === "refused" && answer.status === 403;

/**
 * Asks for a piece; a portal that refuses is asked once more in the name of the lesson's page, and then by
 * an open tab of that page itself.
 */
export const askFor = async (
  piece: Parameters<typeof askPortal>[0],
  most: number,
  { order, desk, named, byPage }: AskedLesson,
  signal: AbortSignal,
): Promise<Answer> => {
  const { origin } = new URL(piece.url);
  const tabDesk: LessonDesk = { ...desk, fetch: desk.fetchByPage };
  let answer = await askPortal(piece, most, byPage.get(origin) === true ? tabDesk : desk, signal);
  if (!isForbidden(answer)) return answer;
  if (!named.has(origin)) {
    named.add(origin);
    await desk.setReferer(order.id, origin);
    answer = await askPortal(piece, most, desk, signal);
  }
  if (!isForbidden(answer) || byPage.has(origin)) return answer;
  answer = await askPortal(piece, most, tabDesk, signal);
  byPage.set(origin, !isForbidden(answer));
  return answer;
};

const readText = async (
  url: string,
  lesson: AskedLesson,
  signal: AbortSignal,
): Promise<PlaylistText> => {
  const answer = await askFor({ url, range: undefined }, MOST_TEXT, lesson, signal);
  if (answer.type !== "got")
    throw signal.aborted ? new LessonStopped("cancelled") : stoppedBy(answer);
  return { url: answer.url, text: new TextDecoder().decode(answer.bytes) };
};

/** A media playlist of a text that was read as one before, or is refused now. */
export const mediaPlaylistOf = ({ text, url }: PlaylistText): MediaPlaylist => {
  const read = readPlaylist(text, url);
  if (!read.ok) throw stoppedByTrouble(read.error);
  if (read.value.type === "master") throw new LessonStopped("wrong-type");
  return read.value;
};

const chosenOf = async (
  renditions: readonly Rendition[],
  { order, desk }: AskedLesson,
): Promise<Rendition> => {
  const codecs = new Set(renditions.map((one) => one.codecs).filter((text) => text !== ""));
  const playable = new Set<string>();
  for (const text of codecs) if (await desk.canPlay(text)) playable.add(text);
  const choice = chooseRendition(renditions, order.height, (text) => playable.has(text));
  if (choice === undefined) throw new LessonStopped("wrong-type");
  if (choice.unplayable && !order.unplayable) throw new LessonStopped("unplayable");
  return choice.rendition;
};

/** Reads a lesson's playlists from the portal, down to those that name its segments. */
export const openLesson = async (
  lesson: AskedLesson,
  signal: AbortSignal,
): Promise<LessonNote["playlists"]> => {
  const first = await readText(lesson.order.url, lesson, signal);
  const read = readPlaylist(first.text, first.url);
  if (!read.ok) throw stoppedByTrouble(read.error);
  if (read.value.type === "media") return [first];
  const { url, sound } = await chosenOf(read.value.renditions, lesson);
  const playlists = [await readText(url, lesson, signal)];
  if (sound !== undefined) playlists.push(await readText(sound, lesson, signal));
  for (const playlist of playlists) mediaPlaylistOf(playlist);
  return playlists;
};
