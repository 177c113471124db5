import { CircleCheck, TriangleAlert } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import css from "./elsewhere.module.css";
import type { Moving, MovingState } from "./moving.ts";
import { openAnew } from "./use-homes.ts";

const icon = { size: 28, strokeWidth: 1.75, "aria-hidden": true } as const;

type MoveWords = Words["elsewhere"]["move"];

/** The sentence that says how the move stands; nothing while nothing was begun. */
const headline = (state: MovingState, words: MoveWords, asksHere: boolean): string | undefined => {
  switch (state.state) {
    case "still":
      return undefined;
    case "not-opened":
      return words.notOpened;
    case "knocking":
      return words.knocking;
    case "unanswered":
      return words.unanswered;
    case "asking":
      if (!asksHere) return words.askedThere;
      return state.role === "taker" ? words.askTake : words.askGive;
    case "refused":
      return words.refused;
    case "moving":
      switch (state.step.step) {
        case "left":
          return words.gave;
        case "records":
          return words.records(state.step.done, state.step.total);
        case "files":
          return state.step.total === 0
            ? words.beginning
            : words.files(state.step.done, state.step.total);
      }
      return words.beginning;
    case "gave":
      return words.gave;
    case "took":
      return words.took(state.moved.items, state.moved.menus);
    case "failed":
      return words.failures[state.why];
  }
};

const Progress = ({ state }: { readonly state: Extract<MovingState, { state: "moving" }> }) => {
  const { elsewhere } = useWords();
  const { step } = state;
  if (step.step === "left" || step.total === 0) return null;
  // Films differ in size by a thousand times: bytes tell better than counts, where this side knows them.
  const [value, max] =
    "bytes" in step && step.bytesTotal > 0
      ? [step.bytes, step.bytesTotal]
      : [step.done, step.total];
  return (
    <progress
      className={css.bar}
      value={value}
      max={max}
      aria-label={headline(state, elsewhere.move, false)}
    />
  );
};

const Outcome = ({ state }: { readonly state: MovingState }) => {
  const { elsewhere } = useWords();
  const words = elsewhere.move;
  if (state.state === "gave") {
    return (
      <>
        <p>{words.gaveWhy}</p>
        <Button look="go" onClick={() => openAnew("/")}>
          {words.toDoor}
        </Button>
      </>
    );
  }
  if (state.state !== "took") return null;
  const { missing, unreadable } = state.moved;
  return (
    <>
      {missing === 0 ? null : <p>{words.tookMissing(missing)}</p>}
      {unreadable === 0 ? null : <p>{words.tookUnreadable(unreadable)}</p>}
      <Button look="go" onClick={() => openAnew("/library")}>
        {words.toBook}
      </Button>
    </>
  );
};

/** How a move stands, in words, with what can be done about it. */
export const MovingStatus = ({
  state,
  moving,
  asksHere,
}: {
  readonly state: MovingState;
  readonly moving: Moving | undefined;
  /** Whether the person is asked on this side. */
  readonly asksHere: boolean;
}) => {
  const { elsewhere } = useWords();
  const words = elsewhere.move;
  const said = headline(state, words, asksHere);
  const done = state.state === "gave" || state.state === "took";
  const bad =
    state.state === "failed" || state.state === "not-opened" || state.state === "unanswered";
  return (
    <>
      <h2 role="status" className={`${css.headline ?? ""} ${done ? (css.ok ?? "") : ""}`}>
        {done ? <CircleCheck {...icon} /> : null}
        {bad ? <TriangleAlert {...icon} /> : null}
        {said}
      </h2>
      {state.state === "asking" && asksHere ? (
        <>
          <p>{state.role === "taker" ? words.askTakeWhy : words.askGiveWhy}</p>
          <p className="row">
            <Button look="go" onClick={() => moving?.accept(true)}>
              {words.yes}
            </Button>
            <Button onClick={() => moving?.accept(false)}>{words.no}</Button>
          </p>
        </>
      ) : null}
      {state.state === "moving" ? (
        <>
          <Progress state={state} />
          <p>{words.keepOpen}</p>
          <Button onClick={() => moving?.cancel()}>{words.cancel}</Button>
        </>
      ) : null}
      <Outcome state={state} />
    </>
  );
};
