import type { Courseware, MediaFile } from "@dianbo/shared/courseware";
import { type RefObject, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { useHeldFile } from "../../../app/use-held-file.ts";
import { NumberTag } from "../../../design/number-tag.tsx";
import type { StageOrder } from "../key-meaning.ts";
import type { RoomKey } from "../room-keys.ts";
import type { Saying } from "../room-state.ts";
import { BrokenPart } from "./broken-part.tsx";
import { LOUDEST, releaseSound, setLoudness } from "./film-sound.ts";
import { FilmStrip } from "./film-strip.tsx";
import { FilmSubtitles, turnSubtitles } from "./film-subtitles.tsx";
import styles from "./stage.module.css";
import type { StagePart } from "./stage-part.ts";
import { useFading } from "./use-fading.ts";
import { useFilmWatch } from "./use-film-watch.ts";
import { useStageControls } from "./use-stage-controls.ts";

/** Seconds of one step by arrow, and one step of the volume. */
const STEP = 10;
const LOUDER = 0.1;
const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;
/** How long the title strip stays over a running film. Milliseconds. */
const STRIP_STAYS = 4_000;

/** Why the browser could not play it, as the ring of events calls it; by the codes of `MediaError`. */
const reasonOf = (error: MediaError | null): string => {
  switch (error?.code) {
    case MediaError.MEDIA_ERR_NETWORK:
      return "film-cut-off";
    case MediaError.MEDIA_ERR_DECODE:
      return "film-not-decoded";
    case MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED:
      return "film-not-supported";
    default:
      return "file-unreadable";
  }
};

/**
 * A film of which only the sound comes: the browser plays what it can and keeps silent about a picture that
 * it has no decoder for (HEVC above all).
 */
const lacksPicture = (film: HTMLVideoElement, kind: Courseware["kind"], mime: string): boolean =>
  kind !== "audio" && !mime.startsWith("audio/") && film.videoWidth === 0;

/** A film or a recording from the media store, driven by keys alone. */
export const FilmPart = ({
  item,
  media,
  from,
  controls,
  still,
  paused,
  onStarted,
  onOver,
  onFailed,
  onPause,
  onSay,
  press,
  next,
  calling,
  loudness,
  speed,
}: StagePart & {
  readonly item: Courseware;
  readonly media: MediaFile;
  /** Seconds at which to begin. */
  readonly from: number;
  readonly paused: boolean;
  readonly onPause: (paused: boolean) => void;
  readonly onSay: (saying: Saying) => void;
  readonly press: (key: RoomKey) => void;
  /** What comes after it, in words. */
  readonly next: string | undefined;
  /** Somebody is typing a number: the strip makes room for it. */
  readonly calling: boolean;
  /** The volume of this evening, from 0 to `LOUDEST`; it outlives the film. */
  readonly loudness: RefObject<number>;
  /** How fast films run this evening. */
  readonly speed: RefObject<number>;
}) => {
  const file = useHeldFile(media.hash);
  const element = useRef<HTMLVideoElement>(null);
  /** The second that the film is on its way to. */
  const wanted = useRef<number>(undefined);
  const [brokenBy, setBrokenBy] = useState<string>();
  const broken = brokenBy !== undefined;
  const [time, setTime] = useState({ at: from, length: media.seconds ?? 0 });
  const [stripShown, showStrip] = useFading(STRIP_STAYS);
  const url = file.type === "held" ? file.url : undefined;
  const latest = useRef({ onPause, onSay });
  useEffect(() => {
    latest.current = { onPause, onSay };
  });

  useEffect(() => {
    const film = element.current;
    if (film === null || url === undefined) return;
    if (still) {
      film.pause();
      return;
    }
    film.play().catch((error: unknown) => {
      if (!(error instanceof DOMException) || error.name !== "NotAllowedError") return;
      latest.current.onPause(true);
      latest.current.onSay({ type: "key-for-sound" });
    });
  }, [still, url]);

  useFilmWatch(element, url !== undefined && !still && !broken, () => setBrokenBy("film-stuck"));
  useEffect(() => {
    const film = element.current;
    if (film === null || url === undefined) return;
    return () => releaseSound(film);
  }, [url]);

  const goTo = (film: HTMLVideoElement, second: number): void => {
    wanted.current = second;
    film.currentTime = second;
  };
  /** Chromium forgets where a film was going that is paused on the way, and stands at its beginning: once more. */
  const arrive = (film: HTMLVideoElement): void => {
    const second = wanted.current;
    wanted.current = undefined;
    if (second !== undefined && Math.abs(film.currentTime - second) > 1) film.currentTime = second;
  };
  const seek = (by: number): void => {
    const film = element.current;
    if (film === null) return;
    const end = Number.isFinite(film.duration) ? film.duration - 0.5 : film.currentTime;
    goTo(film, Math.max(0, Math.min(end, film.currentTime + by)));
  };
  const louder = (by: number): void => {
    const film = element.current;
    if (film === null) return;
    const wanted = Math.round((loudness.current + by) * 10) / 10;
    loudness.current = Math.max(0, Math.min(LOUDEST, wanted));
    setLoudness(film, loudness.current);
    onSay({ type: "volume", percent: Math.round(loudness.current * 100) });
  };
  const faster = (by: 1 | -1): void => {
    const film = element.current;
    if (film === null) return;
    const now = SPEEDS.findIndex((one) => one >= speed.current);
    speed.current = SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, now + by))] ?? 1;
    film.playbackRate = speed.current;
    onSay({ type: "speed", percent: Math.round(speed.current * 100) });
  };
  const obey = (order: StageOrder): void => {
    showStrip();
    switch (order.type) {
      case "enter":
        if (broken || file.type === "missing") onOver();
        else onPause(!paused);
        return;
      case "sideways":
        seek(order.by * STEP);
        return;
      case "up-down":
        louder(-order.by * LOUDER);
        return;
      case "tune":
        faster(order.by);
        return;
      case "extra":
        if (element.current !== null) {
          onSay({ type: "subtitles", shown: turnSubtitles(element.current) });
        }
        return;
      case "page":
        return;
    }
  };
  // A film that is only being opened has no second of its own yet: it begins where it was.
  const seconds = (): number => {
    const film = element.current;
    if (film === null || film.readyState === 0) return time.at;
    return wanted.current ?? film.currentTime;
  };
  useStageControls(controls, { obey, seconds });

  const onTime = (event: SyntheticEvent<HTMLVideoElement>): void => {
    const { currentTime, duration } = event.currentTarget;
    setTime({ at: currentTime, length: Number.isFinite(duration) ? duration : 0 });
  };
  if (broken || file.type === "missing") {
    return (
      <BrokenPart item={item} missing={!broken} why={brokenBy} still={still} onFailed={onFailed} />
    );
  }
  const strip = !calling && (stripShown || still || item.kind === "audio");
  return (
    <div
      className={`${styles["film"]} ${strip || calling ? styles["striped"] : ""}`}
      onPointerMove={showStrip}
      onPointerDown={showStrip}
    >
      {url === undefined ? null : (
        // biome-ignore lint/a11y/useMediaCaption: most films have what is said burnt into the picture; those with a file of their own bring a track
        <video
          ref={element}
          src={url}
          playsInline
          disablePictureInPicture
          tabIndex={-1}
          aria-label={item.title}
          onLoadedMetadata={(event) => {
            setLoudness(event.currentTarget, loudness.current);
            event.currentTarget.playbackRate = speed.current;
            if (from > 0) goTo(event.currentTarget, from);
            onTime(event);
          }}
          onLoadedData={(event) => {
            if (lacksPicture(event.currentTarget, item.kind, media.mime)) {
              setBrokenBy("film-no-picture");
            }
          }}
          onTimeUpdate={onTime}
          onSeeked={(event) => {
            arrive(event.currentTarget);
            onTime(event);
          }}
          onPlaying={onStarted}
          onEnded={onOver}
          onError={(event) => setBrokenBy(reasonOf(event.currentTarget.error))}
        >
          {item.subtitles == null ? null : <FilmSubtitles subtitles={item.subtitles} />}
        </video>
      )}
      {item.kind === "audio" ? (
        <div className={styles["listen"]}>
          {item.number == null ? null : <NumberTag number={item.number} />}
          <h1>{item.title}</h1>
        </div>
      ) : null}
      {strip ? (
        <FilmStrip item={item} time={time} paused={paused} next={next} press={press} />
      ) : null}
    </div>
  );
};
