import { listFromText, type SentList, type TextFailure, unpackList } from "../text/list-text.ts";
import { readFrame } from "./frame.ts";
import { type Gathering, gatheringFor } from "./gathering.ts";

/** What a QR code brought. */
export type CodeSeen =
  /** A whole list: from a still code, or with the last frame that was missing. */
  | { readonly type: "list"; readonly sent: SentList }
  /** One more frame of the film, or one that was known. */
  | { readonly type: "frame"; readonly held: number; readonly needed: number }
  /** A frame of another list than the one that is being gathered. */
  | { readonly type: "frame-of-another-list" }
  /** A frame that is damaged; the next one will do. */
  | { readonly type: "damaged-frame" }
  /** A list, but one that is refused. */
  | { readonly type: "refused"; readonly failure: TextFailure }
  /** No list of ours. */
  | { readonly type: "not-ours"; readonly text: string };

/** Reads one QR code after the other, of whatever kind they are. */
export interface CodeReader {
  readonly see: (text: string) => CodeSeen;
  /** Forgets what was gathered, so that another list may begin. */
  readonly startOver: () => void;
}

/** Opens a reader; it keeps what was gathered until it has a whole list or is told to start over. */
export const openCodeReader = (): CodeReader => {
  let gathering: Gathering | undefined;

  const seeFrame = (text: string): CodeSeen | undefined => {
    const frame = readFrame(text);
    if (!frame.ok) {
      return frame.error.type === "damaged-frame" ? { type: "damaged-frame" } : undefined;
    }
    gathering ??= gatheringFor(frame.value);
    if (gathering.take(frame.value) === "of-another-list") {
      return { type: "frame-of-another-list" };
    }
    const whole = gathering.whole();
    if (whole === "missing") {
      return { type: "frame", held: gathering.held(), needed: gathering.needed };
    }
    gathering = undefined;
    if (whole === "damaged") return { type: "refused", failure: { type: "package-damaged" } };
    const sent = unpackList(whole);
    return sent.ok ? { type: "list", sent: sent.value } : { type: "refused", failure: sent.error };
  };

  const see = (text: string): CodeSeen => {
    const frame = seeFrame(text);
    if (frame !== undefined) return frame;
    const sent = listFromText(text);
    if (sent.ok) {
      gathering = undefined;
      return { type: "list", sent: sent.value };
    }
    return sent.error.type === "no-code"
      ? { type: "not-ours", text }
      : { type: "refused", failure: sent.error };
  };

  return {
    see,
    startOver: () => {
      gathering = undefined;
    },
  };
};
