import * as v from "valibot";
import { pinyinReplySchema } from "../../storage/pinyin-messages.ts";
import PinyinWorker from "../../storage/pinyin-worker.ts?worker";
import { initialsFrom } from "./initials-from.ts";

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
