import { err, ok, type Result } from "../result/index.ts";
import { CHANNEL_LIMITS, type ChannelFailure } from "./channel-index.ts";
import type { ChannelSource } from "./read-release.ts";

/** What a host answered; its bytes are read as far as they are wanted. */
export interface WebAnswer {
  readonly status: number;
  /** It points elsewhere; nobody follows, for elsewhere may be this house. */
  readonly moved: boolean;
  /** Bytes, where the host says so beforehand. */
  readonly length?: number | undefined;
  /** In how many seconds the host wants to be asked again. */
  readonly retryAfter?: number | undefined;
  readonly parts: AsyncIterable<Uint8Array>;
}

/** What reading from the web needs of the outer world. */
export interface WebHands {
  /**
   * Asks a host once, without cookies; `undefined` where there was no answer. `fresh` asks whether what is
   * remembered still holds (a conditional GET); else whatever is remembered will do, for it never changes.
   */
  readonly get: (address: string, fresh: boolean) => Promise<WebAnswer | undefined>;
  readonly wait: (millis: number) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Why a host gave nothing. */
export type WebFailure = Extract<
  ChannelFailure,
  {
    readonly type:
      | "no-answer"
      | "moved"
      | "nothing-there"
      | "host-refuses"
      | "host-busy"
      | "package-too-large";
  }
>;

/** A host is asked so often for one thing; between the tries it has ever more peace. */
const TRIES = 3;
const FIRST_PAUSE = 1_000;
/** Who wants to be left alone longer than this is left alone altogether. Milliseconds. */
const LONGEST_PAUSE = 20_000;

const tooLarge = (limit: number): { readonly ok: false; readonly error: WebFailure } =>
  err({ type: "package-too-large", limit });

/** Reads an answer and stops as soon as it gives more than was to be expected. */
const bodyOf = async (
  { length, parts }: WebAnswer,
  limit: number,
): Promise<Result<Uint8Array, WebFailure>> => {
  if (length !== undefined && length > limit) return tooLarge(limit);
  const read: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of parts) {
      size += part.length;
      if (size > limit) return tooLarge(limit);
      read.push(part);
    }
  } catch {
    // The line broke within the answer.
    return err({ type: "no-answer" });
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of read) {
    whole.set(part, at);
    at += part.length;
  }
  return ok(whole);
};

const failureOf = ({ status, moved }: WebAnswer): WebFailure | undefined => {
  if (moved) return { type: "moved" };
  if (status === 200) return undefined;
  if (status === 404 || status === 410) return { type: "nothing-there" };
  return { type: status === 429 || status >= 500 ? "host-busy" : "host-refuses" };
};

const ask = async (
  hands: WebHands,
  address: string,
  fresh: boolean,
  limit: number,
  tries: number,
): Promise<Result<Uint8Array, WebFailure>> => {
  for (let tried = 1; ; tried += 1) {
    const answer = await hands.get(address, fresh);
    const failure = answer === undefined ? undefined : failureOf(answer);
    const read =
      answer === undefined
        ? err<WebFailure>({ type: "no-answer" })
        : failure === undefined
          ? await bodyOf(answer, limit)
          : err(failure);
    if (read.ok) return read;
    const again = read.error.type === "no-answer" || read.error.type === "host-busy";
    const wanted = (answer?.retryAfter ?? 0) * 1_000;
    if (!again || tried === tries || wanted > LONGEST_PAUSE) return read;
    // Four hundred sites that a power cut has thrown out do not come back in one second.
    const pause = FIRST_PAUSE * 3 ** (tried - 1) * (0.5 + hands.random());
    await hands.wait(Math.max(wanted, pause));
  }
};

/**
 * A release that lies on a host; `folder` ends in a slash (`channelFolder`). Where nobody waits for it, one try
 * is enough.
 */
export const webSource = (
  folder: string,
  hands: WebHands,
  tries = TRIES,
): ChannelSource & {
  /** What kept a segment from coming, where the host was the reason. */
  readonly trouble: () => WebFailure | undefined;
} => {
  let trouble: WebFailure | undefined;
  return {
    index: () => ask(hands, `${folder}channel.json`, true, CHANNEL_LIMITS.indexBytes, tries),
    segment: async (hash) => {
      const address = `${folder}segments/${hash}.json.gz`;
      const read = await ask(hands, address, false, CHANNEL_LIMITS.segmentBytes, tries);
      if (read.ok) return read.value;
      trouble = read.error;
      return undefined;
    },
    trouble: () => trouble,
  };
};
