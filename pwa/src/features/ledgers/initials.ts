import * as v from "valibot";
import { pinyinReplySchema } from "../../storage/pinyin-messages.ts";
import PinyinWorker from "../../storage/pinyin-worker.ts?worker";

/** Ways of saying the first character that are kept: 曾 is zeng and ceng. */
const WAYS = 3;

/** First letters of a name out of its characters' readings; one way for each reading of the first character. */
const initialsFrom = (readings: readonly (readonly string[])[]): string => {
  const [first = [], ...others] = readings;
  const rest = others.map(([reading = ""]) => reading.slice(0, 1)).join("");
  const ways = new Set(first.map((reading) => reading.slice(0, 1).toLowerCase()));
  return [...ways]
    .slice(0, WAYS)
    .map((letter) => `${letter}${rest.toLowerCase()}`)
    .join(" ")
    .slice(0, 120);
};

/** How names are typed, asked of the pinyin worker; without it the characters themselves must do. */
export const initialsOf = async (names: readonly string[]): Promise<readonly string[]> => {
  if (names.length === 0) return [];
  const worker = new PinyinWorker();
  try {
    const reply = await new Promise<v.InferOutput<typeof pinyinReplySchema> | undefined>(
      (resolve) => {
        worker.onerror = () => resolve(undefined);
        worker.onmessage = (event: MessageEvent<unknown>) => {
          const read = v.safeParse(pinyinReplySchema, event.data);
          resolve(read.success ? read.output : undefined);
        };
        worker.postMessage({ job: 0, texts: names });
      },
    );
    return names.map((_, at) => initialsFrom(reply?.readings[at] ?? []));
  } finally {
    worker.terminate();
  }
};
