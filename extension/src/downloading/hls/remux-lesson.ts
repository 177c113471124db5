import {
  BufferSource,
  Conversion,
  CustomPathedSource,
  HLS_FORMATS,
  Input,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  type StreamTargetChunk,
} from "mediabunny";
import { giveBack } from "../give-back.ts";
import { LessonStopped } from "./lesson-desk.ts";
import { fragmentOfAddress } from "./lesson-plan.ts";
import { pressGarbage } from "./press-garbage.ts";

/** Addresses that mediabunny asks for; nothing of them leaves the machine. */
const ROOT = "https://lesson.invalid/lesson.m3u8";
const trackAddress = (track: number): string => `https://lesson.invalid/track/${track}.m3u8`;

/** The same bytes without a copy, where they are no shared memory. */
const ownBytes = (data: Uint8Array): Uint8Array<ArrayBuffer> =>
  data.buffer instanceof ArrayBuffer
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);

/** What putting a lesson together needs. */
export interface RemuxTools {
  /** Local playlists: of the picture (with its sound), then of the separate sound. */
  readonly playlists: readonly string[];
  /** A fragment in the clear, once it lies on the disk. */
  readonly fragment: (number: number) => Promise<ArrayBuffer>;
  readonly write: (bytes: Uint8Array<ArrayBuffer>, at: number) => void;
  /** Milliseconds since 1970 that stand in the film as the moment of its making. */
  readonly madeAt: number;
  /** Told the picture's codecs (RFC 6381) as soon as they are known. */
  readonly heardCodecs: (codecs: string) => void;
  readonly signal: AbortSignal;
}

const masterText = (playlists: readonly string[]): string =>
  playlists.length === 1
    ? (playlists[0] ?? "")
    : [
        "#EXTM3U",
        `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="s",NAME="s",DEFAULT=YES,AUTOSELECT=YES,URI="${trackAddress(1)}"`,
        '#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="s"',
        trackAddress(0),
        "",
      ].join("\n");

const sourceFor = async (
  path: string,
  tools: RemuxTools,
  press: (bytes: number) => void,
): Promise<BufferSource> => {
  const number = fragmentOfAddress(path);
  if (number !== undefined) {
    const bytes = await tools.fragment(number);
    press(bytes.byteLength);
    return new BufferSource(bytes);
  }
  const track = /\/track\/(\d)\.m3u8$/u.exec(path)?.[1];
  const text =
    track === undefined ? masterText(tools.playlists) : (tools.playlists[Number(track)] ?? "");
  return new BufferSource(new TextEncoder().encode(text));
};

/**
 * Makes the output while the clock stands still: mediabunny writes the moment of making into the file and
 * offers no way to give it, and the same lesson must give the same bytes.
 */
const outputAt = (madeAt: number, target: StreamTarget): Output => {
  const clock = Date.now;
  Date.now = () => madeAt;
  try {
    return new Output({ format: new Mp4OutputFormat({ fastStart: false }), target });
  } finally {
    Date.now = clock;
  }
};

/**
 * Puts a lesson together as an MP4, packet by packet, while its fragments still come. Nothing is
 * transcoded. Throws `LessonStopped` where no picture and no sound can be taken over.
 */
export const remuxLesson = async (tools: RemuxTools): Promise<void> => {
  // What mediabunny has read it lets go only when garbage is looked for.
  const press = pressGarbage();
  const input = new Input({
    source: new CustomPathedSource(ROOT, ({ path }) => sourceFor(path, tools, press)),
    formats: HLS_FORMATS,
    formatOptions: { hls: { offsetTimestampsByDateTime: false } },
  });
  try {
    const picture = await input.getPrimaryVideoTrack();
    const codecs = await picture?.getCodecParameterString();
    if (codecs != null) tools.heardCodecs(codecs);
    const writable = new WritableStream<StreamTargetChunk>({
      write: ({ data, position }) => {
        const bytes = ownBytes(data);
        tools.write(bytes, position);
        // Unchunked, each write comes in memory of its own.
        giveBack(bytes);
      },
    });
    const target = new StreamTarget(writable);
    const output = outputAt(tools.madeAt, target);
    const conversion = await Conversion.init({
      input,
      output,
      tracks: "primary",
      showWarnings: false,
    });
    if (!conversion.isValid || conversion.utilizedTracks.length === 0) {
      throw new LessonStopped("wrong-type");
    }
    const stop = (): void => void conversion.cancel();
    tools.signal.addEventListener("abort", stop);
    await conversion.execute();
    tools.signal.removeEventListener("abort", stop);
  } finally {
    input.dispose();
  }
};
