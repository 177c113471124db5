import type { Courseware } from "@dianbo/shared/courseware";
import { NumberTag } from "../../../design/number-tag.tsx";
import type { RoomKey } from "../room-keys.ts";
import { useRoomWords } from "../room-words.ts";
import styles from "./stage.module.css";

/** Seconds as a clock: 6:20, 1:02:03. */
const onClock = (seconds: number): string => {
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, "0");
  return hours === 0
    ? `${minutes}:${rest}`
    : `${hours}:${String(minutes).padStart(2, "0")}:${rest}`;
};

/** Title, progress and touch keys over the film; gone while it plays undisturbed. */
export const FilmStrip = ({
  item,
  time,
  paused,
  next,
  press,
}: {
  readonly item: Courseware;
  readonly time: { readonly at: number; readonly length: number };
  readonly paused: boolean;
  readonly next: string | undefined;
  readonly press: (key: RoomKey) => void;
}) => {
  const words = useRoomWords();
  const share = time.length > 0 ? Math.min(1, time.at / time.length) : 0;
  const key = (label: string, pressed: RoomKey) => (
    <button type="button" tabIndex={-1} onClick={() => press(pressed)}>
      {label}
    </button>
  );
  return (
    <div className={styles["strip"]}>
      <div className={styles["title"]}>
        {item.number == null ? null : <NumberTag number={item.number} />}
        <h1 className="clip">{item.title}</h1>
        {paused ? <span>{words.playing.paused}</span> : null}
        <span className="end clip">
          {next === undefined ? words.playing.lastOne : `${words.playing.next}　${next}`}
        </span>
      </div>
      <div className={styles["progress"]}>
        <div
          className={styles["track"]}
          role="progressbar"
          aria-label={words.playing.progress}
          aria-valuemin={0}
          aria-valuemax={Math.round(time.length)}
          aria-valuenow={Math.round(time.at)}
        >
          <i style={{ transform: `scaleX(${share})` }} />
        </div>
        <span className="n">
          {onClock(time.at)} / {onClock(time.length)}
        </span>
      </div>
      <div className={styles["touch"]}>
        {key(paused ? words.keys.goOn : words.keys.pause, { type: "enter" })}
        {key(words.playing.tenBack, { type: "sideways", by: -1 })}
        {key(words.playing.tenOn, { type: "sideways", by: 1 })}
        {key(words.keys.next, { type: "minus" })}
        {key(words.keys.rest, { type: "star" })}
        {key(words.keys.slower, { type: "tune", by: -1 })}
        {key(words.keys.faster, { type: "tune", by: 1 })}
        {key(words.keys.quieter, { type: "up-down", by: 1 })}
        {key(words.keys.louder, { type: "up-down", by: -1 })}
        {item.subtitles == null ? null : key(words.keys.subtitles, { type: "extra" })}
        {key(words.keys.backToKeypad, { type: "escape" })}
      </div>
    </div>
  );
};
