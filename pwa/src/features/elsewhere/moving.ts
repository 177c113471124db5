import { MOVE_PROTOCOL, type MoveMessage } from "@dianbo/shared/handoff";
import type { MoveCarrier } from "./move-carrier.ts";
import { type GiverDesk, type GivingStep, makeMoveGiver } from "./move-giver.ts";
import {
  type Ask,
  type Moved,
  type TakeFailure,
  type TakerDesk,
  type TakingStep,
  takeLibrary,
} from "./move-taker.ts";

/** Which part this home plays. */
export type Role = "giver" | "taker";

/** How a move stands, on either side. */
export type MovingState =
  | { readonly state: "still" }
  /** The browser did not open the hosted app's tab. */
  | { readonly state: "not-opened" }
  /** The tab is open, nobody has answered yet. */
  | { readonly state: "knocking" }
  | { readonly state: "unanswered" }
  /** The person is being asked, here or over there. */
  | { readonly state: "asking"; readonly role: Role }
  | { readonly state: "refused" }
  | { readonly state: "moving"; readonly role: Role; readonly step: GivingStep | TakingStep }
  | { readonly state: "gave" }
  | { readonly state: "took"; readonly moved: Moved }
  | { readonly state: "failed"; readonly role: Role; readonly why: TakeFailure };

/** A move under way. */
export interface Moving {
  state(): MovingState;
  subscribe(listener: () => void): () => void;
  /** The person's answer, on the side that is asked. */
  accept(yes: boolean): void;
  /** Stops; what has come stays for the next time. */
  cancel(): void;
  /** Stops and lets go of the windows. */
  close(): void;
}

const KNOCK_MS = 400;
/** After so many unanswered knocks the person is told; a slow PC opens the app well before. */
const KNOCKS_TO_DOUBT = 40;

type Open = (hear: (message: MoveMessage) => void) => MoveCarrier;

interface Desks {
  readonly giver: () => GiverDesk;
  readonly taker: () => TakerDesk;
}

/**
 * A move, seen from one side. The extension (`opens`) knocks and says its role; the hosted app asks its
 * person first, whichever way things go.
 */
export const makeMoving = (open: Open, desks: Desks, opens: Role | undefined): Moving => {
  const listeners = new Set<() => void>();
  let state: MovingState = opens === undefined ? { state: "still" } : { state: "knocking" };
  let role = opens;
  let running = false;
  let knocks = 0;
  let answer: ((message: MoveMessage) => Promise<MoveMessage | undefined>) | undefined;
  let awaited:
    | { readonly types: readonly string[]; readonly give: (message?: MoveMessage) => void }
    | undefined;

  const become = (next: MovingState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const over = (): boolean =>
    state.state === "gave" ||
    state.state === "took" ||
    state.state === "failed" ||
    state.state === "refused";

  const ask: Ask = (question, type) =>
    new Promise((resolve) => {
      const types: readonly string[] = typeof type === "string" ? [type] : type;
      type Answer = Parameters<typeof resolve>[0];
      const isAnswer = (message: MoveMessage | undefined): message is MoveMessage & Answer =>
        message !== undefined && types.includes(message.type);
      if (carrier.gone() || over()) {
        resolve(undefined);
        return;
      }
      awaited = {
        types,
        give: (message) => resolve(isAnswer(message) ? message : undefined),
      };
      carrier.send(question);
    });

  const stopWaiting = (): void => {
    awaited?.give();
    awaited = undefined;
  };

  const fail = (why: TakeFailure): void => {
    if (role !== undefined && !over()) become({ state: "failed", role, why });
  };

  const take = async (): Promise<void> => {
    const outcome = await takeLibrary(desks.taker(), ask, (step) => {
      if (!over()) become({ state: "moving", role: "taker", step });
    }).catch((): TakeFailure => "not-stored");
    if (typeof outcome !== "string") {
      become({ state: "took", moved: outcome });
      return;
    }
    if (!over()) {
      const why = outcome === "interrupted" ? undefined : outcome;
      carrier.send({
        protocol: MOVE_PROTOCOL,
        type: "stop",
        ...(why === undefined ? {} : { why }),
      });
    }
    fail(outcome);
  };

  const begin = (): void => {
    if (running || role === undefined) return;
    running = true;
    become({ state: "moving", role, step: { step: "files", done: 0, total: 0 } });
    if (role === "taker") {
      void take();
      return;
    }
    answer = makeMoveGiver(desks.giver(), (step) =>
      step.step === "left"
        ? become({ state: "gave" })
        : over() || become({ state: "moving", role: "giver", step }),
    );
  };

  /** Answers a question of the taker's, or hands an answer to whoever waits for it. */
  const converse = (message: MoveMessage): void => {
    if (awaited?.types.includes(message.type) === true) {
      const { give } = awaited;
      awaited = undefined;
      give(message);
      return;
    }
    if (answer === undefined || over()) return;
    answer(message)
      .then((reply) => {
        if (reply !== undefined) carrier.send(reply);
      })
      .catch(() => {
        carrier.send({ protocol: MOVE_PROTOCOL, type: "stop" });
        fail("not-stored");
      });
  };

  /** What only the extension hears: the other side's person is asked, says yes, says no. */
  const hearReply = (type: "asking" | "ready" | "refused"): void => {
    if (opens === undefined || over() || running) return;
    if (type === "ready") begin();
    else if (type === "refused") become({ state: "refused" });
    else if (state.state !== "asking") become({ state: "asking", role: opens });
  };

  const hear = (message: MoveMessage): void => {
    switch (message.type) {
      case "hello":
        if (opens !== undefined) return;
        if (state.state === "still") {
          role = message.role === "giver" ? "taker" : "giver";
          become({ state: "asking", role });
        }
        carrier.send({ protocol: MOVE_PROTOCOL, type: "asking" });
        return;
      case "asking":
      case "ready":
      case "refused":
        hearReply(message.type);
        return;
      case "stop":
        stopWaiting();
        fail(message.why ?? "interrupted");
        return;
      default:
        converse(message);
    }
  };

  const carrier = open(hear);
  const timer = setInterval(() => {
    if (over()) return;
    if (carrier.gone()) {
      stopWaiting();
      // Nothing had begun: closing the tab is a no.
      if (opens !== undefined && !running) become({ state: "refused" });
      else fail("interrupted");
      return;
    }
    if (opens === undefined || running || state.state === "asking") return;
    knocks += 1;
    if (knocks === KNOCKS_TO_DOUBT) become({ state: "unanswered" });
    carrier.send({ protocol: MOVE_PROTOCOL, type: "hello", role: opens });
  }, KNOCK_MS);

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    accept: (yes) => {
      if (state.state !== "asking" || opens !== undefined) return;
      if (!yes) {
        carrier.send({ protocol: MOVE_PROTOCOL, type: "refused" });
        become({ state: "refused" });
        return;
      }
      // First the yes, then the first question: the other side answers nothing before it has heard yes.
      carrier.send({ protocol: MOVE_PROTOCOL, type: "ready" });
      begin();
    },
    cancel: () => {
      if (over()) return;
      carrier.send({ protocol: MOVE_PROTOCOL, type: "stop" });
      stopWaiting();
      fail("interrupted");
    },
    close: () => {
      clearInterval(timer);
      if (running && !over()) carrier.send({ protocol: MOVE_PROTOCOL, type: "stop" });
      stopWaiting();
      carrier.close();
    },
  };
};
