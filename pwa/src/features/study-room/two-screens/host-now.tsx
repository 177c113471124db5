import { Pause, Play, RotateCcw, RotateCw, SkipForward, Volume1, Volume2 } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { NumberTag } from "../../../design/number-tag.tsx";
import type { StageOrder } from "../key-meaning.ts";
import { usePartNames } from "../part-name.tsx";
import { presentPart } from "../place.ts";
import { useRoomWords } from "../room-words.ts";
import type { Room } from "../use-room.ts";
import styles from "./host.module.css";
import { HostButton } from "./host-button.tsx";
import { HostOut } from "./host-out.tsx";
import { onClock } from "./on-clock.ts";
import type { ProjectorState } from "./projector-host.ts";
import type { PictureListener } from "./use-projector-host.ts";
import { useTwoScreensWords } from "./words.ts";

/** The small picture of what the projector shows. */
const SmallPicture = ({
  picture,
}: {
  readonly picture: RefObject<PictureListener | undefined>;
}) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    picture.current = (bitmap) => {
      const drawn = canvas.current;
      if (drawn === null) return;
      drawn.width = bitmap.width;
      drawn.height = bitmap.height;
      drawn.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
    };
    return () => {
      picture.current = undefined;
    };
  }, [picture]);
  return <canvas ref={canvas} width={640} height={360} />;
};

/** How far it is and how much is left; the minutes of the book where nobody knows. */
const Progress = ({
  length,
  seconds,
  minutes,
}: {
  /** Seconds; 0 where it is not known. */
  readonly length: number;
  readonly seconds: number;
  readonly minutes: number;
}) => {
  const words = useTwoScreensWords();
  const { playing } = useRoomWords();
  if (length === 0) {
    return (
      <div className={styles["seek"]}>
        <span>{minutes === 0 ? "" : words.lasts(minutes)}</span>
      </div>
    );
  }
  return (
    <div className={styles["seek"]}>
      <span className="n">{onClock(seconds)}</span>
      <div
        className={styles["track"]}
        role="progressbar"
        aria-label={playing.progress}
        aria-valuemin={0}
        aria-valuemax={Math.round(length)}
        aria-valuenow={Math.round(seconds)}
      >
        <i style={{ transform: `scaleX(${Math.min(1, seconds / length)})` }} />
      </div>
      <span className="n">{words.left(onClock(Math.max(0, length - seconds)))}</span>
    </div>
  );
};

/** What is on, how it goes on, and what the projector is to show. */
export const HostNow = ({
  room,
  projector: { report },
  picture,
}: {
  readonly room: Room;
  readonly projector: ProjectorState;
  readonly picture: RefObject<PictureListener | undefined>;
}) => {
  const words = useTwoScreensWords();
  const { playing } = useRoomWords();
  const nameOf = usePartNames();
  const { state, send, controls } = room;
  const part = presentPart(state.place);
  const named = part === undefined ? undefined : nameOf(part);
  // A discussion lasts as long as the menu says; a film as long as the projector's window tells.
  const planned = part !== undefined && "activity" in part ? part.activity.minutes * 60 : 0;
  const length = report?.turn === state.turn && state.begun ? report.length || planned : 0;
  const seconds = report?.turn === state.turn ? report.seconds : state.place.seconds;
  const onStage = state.front === "stage" && state.rest === undefined && !state.black;
  const moving = state.begun && !state.paused;
  const lit = (then: () => void) => (): void => {
    // In the dark every key only brings the light back; a button does both.
    if (state.black) send({ type: "black", on: false });
    then();
  };
  const show = (what: "stage" | "keypad"): void => {
    if (what === "keypad") send({ type: "to-keypad", seconds });
    else if (part === undefined) send({ type: "say", saying: { type: "nothing-next" } });
    else send({ type: "resume" });
  };
  const tell = (order: StageOrder) => (): void => {
    if (onStage && state.begun) controls.current?.obey(order);
    else send({ type: "say", saying: { type: "nothing-next" } });
  };
  return (
    <main className={styles["now"]}>
      <div className={styles["picture"]}>
        {length > 0 && planned === 0 ? (
          <SmallPicture key={state.turn} picture={picture} />
        ) : (
          <p>
            {state.digits !== "" && state.front === "keypad"
              ? state.digits
              : (named?.title ?? words.nothingOn)}
          </p>
        )}
      </div>
      <div className={styles["title"]}>
        {named?.number === undefined ? null : <NumberTag number={named.number} size="l" />}
        <h1 className="clip">{named?.title ?? words.nothingOn}</h1>
      </div>
      <Progress length={length} seconds={seconds} minutes={named?.minutes ?? 0} />
      <div className={styles["controls"]}>
        <HostButton icon={RotateCcw} onPress={tell({ type: "sideways", by: -1 })}>
          {playing.tenBack}
        </HostButton>
        <HostButton
          look="main"
          icon={moving && onStage ? Pause : Play}
          onPress={onStage ? tell({ type: "enter" }) : lit(() => show("stage"))}
        >
          {moving && onStage ? words.pause : state.begun ? words.goOn : words.play}
        </HostButton>
        <HostButton icon={RotateCw} onPress={tell({ type: "sideways", by: 1 })}>
          {playing.tenOn}
        </HostButton>
        <HostButton icon={SkipForward} onPress={lit(() => send({ type: "next" }))}>
          {words.next}
        </HostButton>
        <div className={styles["volume"]}>
          <HostButton
            icon={Volume1}
            label={words.quieter}
            onPress={tell({ type: "up-down", by: 1 })}
          >
            −
          </HostButton>
          <HostButton
            icon={Volume2}
            label={words.louder}
            onPress={tell({ type: "up-down", by: -1 })}
          >
            +
          </HostButton>
        </div>
      </div>
      <HostOut room={room} onStage={onStage} show={show} lit={lit} />
    </main>
  );
};
