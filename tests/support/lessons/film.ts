/** Films made by ffmpeg for the tests: a moving picture and a tone, cut into segments as HLS serves them. */
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** What a film is like. */
export interface FilmShape {
  readonly seconds: number;
  /** Seconds of one segment; 1 unless told. */
  readonly segmentSeconds?: number;
  /** Picture in pixels; 160 x 90 unless told. */
  readonly width?: number;
  readonly height?: number;
  readonly container: "ts" | "fmp4";
  /** `both` in one file, or one of the two alone, as variants with separate audio have them. */
  readonly tracks?: "both" | "picture" | "sound";
  readonly codec?: "h264" | "hevc";
  /** The tone in hertz, which makes two films differ; 440 unless told. */
  readonly tone?: number;
  /** Kilobits a second of the picture, for films that must be large; as it comes unless told. */
  readonly kilobits?: number;
}

/** A film in segments. */
export interface Film {
  readonly folder: string;
  /** File names in order, with their playing time in seconds. */
  readonly segments: readonly { readonly file: string; readonly seconds: number }[];
  /** The init map of fragmented MP4. */
  readonly init: string | undefined;
}

const picture = ({ seconds, width = 160, height = 90 }: FilmShape): string[] => [
  "-f",
  "lavfi",
  "-i",
  `testsrc2=size=${width}x${height}:rate=25:duration=${seconds}`,
];
const sound = ({ seconds, tone = 440 }: FilmShape): string[] => [
  "-f",
  "lavfi",
  "-i",
  `sine=frequency=${tone}:duration=${seconds}:sample_rate=44100`,
];

const coded = (shape: FilmShape): string[] => {
  const frames = String(Math.round((shape.segmentSeconds ?? 1) * 25));
  const encoder = shape.codec === "hevc" ? "libx265" : "libx264";
  return [
    ...["-c:v", encoder, "-preset", "ultrafast", "-pix_fmt", "yuv420p"],
    ...["-g", frames, "-keyint_min", frames, "-sc_threshold", "0"],
    ...(shape.codec === "hevc" ? ["-tag:v", "hvc1", "-x265-params", "log-level=none"] : []),
    ...(shape.kilobits === undefined
      ? []
      : ["-b:v", `${shape.kilobits}k`, "-x264-params", "nal-hrd=cbr:force-cfr=1"]),
    ...["-c:a", "aac", "-b:a", "64k"],
  ];
};

/** Makes a film in an empty folder and cuts it. */
export const makeFilm = async (folder: string, shape: FilmShape): Promise<Film> => {
  const tracks = shape.tracks ?? "both";
  const ending = shape.container === "ts" ? "ts" : "m4s";
  await promisify(execFile)("ffmpeg", [
    ...["-v", "error", "-y"],
    ...(tracks === "sound" ? [] : picture(shape)),
    ...(tracks === "picture" ? [] : sound(shape)),
    ...coded(shape),
    ...["-f", "hls", "-hls_time", String(shape.segmentSeconds ?? 1), "-hls_list_size", "0"],
    ...["-hls_segment_type", shape.container === "ts" ? "mpegts" : "fmp4"],
    ...["-hls_segment_filename", join(folder, `part%05d.${ending}`), join(folder, "cut.m3u8")],
  ]);
  const list = await readFile(join(folder, "cut.m3u8"), "utf8");
  const seconds = [...list.matchAll(/#EXTINF:([\d.]+)/gu)].map(([, value]) => Number(value));
  const files = (await readdir(folder)).filter((name) => name.startsWith("part")).sort();
  return {
    folder,
    segments: files.map((file, index) => ({ file, seconds: seconds[index] ?? 0 })),
    init: shape.container === "fmp4" ? "init.mp4" : undefined,
  };
};
