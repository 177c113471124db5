import { type Failure, type FetchDesk, KEEPING, Stopped } from "./fetch-desk.ts";
import type { FetchOrder } from "./messages.ts";
import { openAnswer, openBody } from "./server-answer.ts";
import { openTaking, type Taking } from "./take-file.ts";

/** So many tries in a row may bring nothing new. */
const BARREN_TRIES = 4;
/** However much each brings, at some time it is enough. */
const MOST_TRIES = 100;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** A server that wants more patience than this is left for another time. */
const MOST_PATIENCE_MS = 120_000;

/** Failures after which the bytes on disk are of no use. */
const WORTHLESS: ReadonlySet<Failure> = new Set([
  "login-page",
  "wrong-type",
  "cancelled",
  "endless",
  "unplayable",
]);

const isPassing = ({ reason, status, retryAfter }: Stopped): boolean => {
  switch (reason) {
    case "network":
    case "stalled":
    case "cut-short":
      return true;
    case "busy":
      return (retryAfter ?? 0) <= MOST_PATIENCE_MS;
    case "refused":
      return status === 408 || (status !== null && status >= 500);
    default:
      return false;
  }
};

const stoppedOf = (error: unknown, desk: FetchDesk, signal: AbortSignal): Stopped => {
  if (signal.aborted) return new Stopped("cancelled", null, { keeps: signal.reason === KEEPING });
  if (error instanceof Stopped) return error;
  return new Stopped(desk.isDiskFull(error) ? "disk-full" : "network");
};

const attempt = async (
  order: FetchOrder,
  desk: FetchDesk,
  taking: Taking,
  signal: AbortSignal,
): Promise<void> => {
  const answer = await openAnswer(order, desk, taking.sink, taking.resume(), signal);
  const body = openBody(answer.response, signal);
  try {
    await taking.begin(answer);
    for await (const bytes of body.bytes()) {
      const room = taking.take(bytes);
      if (room !== undefined) await room;
    }
  } finally {
    await body.close();
  }
  const whole = await taking.finish();
  desk.report({ type: "held", id: order.id, ...whole });
};

/** Tries until the file is there, each time from where the last one stopped; throws what it ended by. */
const attempts = async (
  order: FetchOrder,
  desk: FetchDesk,
  taking: Taking,
  signal: AbortSignal,
): Promise<void> => {
  let most = taking.received();
  let barren = 0;
  for (let tries = 1; ; tries += 1) {
    const couldGoOn = taking.resume() !== null;
    try {
      await attempt(order, desk, taking, signal);
      return;
    } catch (error) {
      const stopped = stoppedOf(error, desk, signal);
      if (!isPassing(stopped) || tries >= MOST_TRIES) throw stopped;
      taking.settle();
      // Who cannot go on in the middle sends all of it each time: not four times over a village line.
      const cost = couldGoOn || taking.resume() !== null || taking.received() === 0 ? 1 : 2;
      barren = taking.received() > most ? cost - 1 : barren + cost;
      most = Math.max(most, taking.received());
      if (barren >= BARREN_TRIES) throw stopped;
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** barren);
      if (stopped.reason === "busy") taking.report("busy");
      await desk.wait(stopped.retryAfter ?? pause * (0.5 + desk.random()), signal);
      if (signal.aborted) throw new Stopped("cancelled");
    }
  }
};

/** What of the bytes is of use to a later run: as many as are kept. */
const putAway = async (taking: Taking, stopped: Stopped): Promise<number> => {
  if (WORTHLESS.has(stopped.reason) && !stopped.keeps) {
    await taking.sink.discard();
    return 0;
  }
  try {
    taking.settle();
  } catch {
    // A full disk cannot be flushed; the next run goes on from what was safe before.
  }
  const resume = taking.resume();
  if (resume === null) {
    await taking.sink.discard();
    return 0;
  }
  taking.sink.close();
  return resume.safe;
};

/**
 * Fetches one file into the media store, hashing as it writes, and reports how it went. Connections that
 * break, stall or are put off are taken up again; what ends otherwise is put away and told.
 */
export const fetchFile = async (
  order: FetchOrder,
  desk: FetchDesk,
  signal: AbortSignal,
): Promise<void> => {
  let taking: Taking | undefined;
  try {
    taking = await openTaking(order, desk, signal);
    await attempts(order, desk, taking, signal);
  } catch (error) {
    const stopped = stoppedOf(error, desk, signal);
    taking?.drop();
    const total = taking?.total() ?? undefined;
    const received = taking === undefined ? 0 : await putAway(taking, stopped);
    // The note of where it goes on is written before the row says that it stopped.
    if (taking !== undefined && received > 0) taking.report();
    desk.report({
      type: "failed",
      id: order.id,
      reason: stopped.reason,
      received,
      ...(total === undefined ? {} : { total }),
      status: stopped.status,
      ...(stopped.retryAfter === undefined ? {} : { retryAfter: stopped.retryAfter }),
    });
  }
};
