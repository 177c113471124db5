import { type ReadAloud, titleToRead } from "@dianbo/shared/programme-book";
import { useEffect, useMemo, useState } from "react";
import * as v from "valibot";
import { useSnapshot } from "../../app/library-context.tsx";
import { pinyinReplySchema } from "../../storage/pinyin-messages.ts";
import PinyinWorker from "../../storage/pinyin-worker.ts?worker";

/** Titles of one question: enough to be few, few enough that leaving the room is heard soon. */
const BATCH = 400;
/** Syllables by which titles are put in order; beyond them no two are told apart. */
const SYLLABLES = 24;

/** Asks for the readings of some titles as they are said; rejects where the worker cannot start. */
const askReadings = async (
  titles: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const worker = new PinyinWorker();
  signal.addEventListener("abort", () => worker.terminate());
  const read = new Map<string, readonly string[]>();
  try {
    for (let at = 0; at < titles.length && !signal.aborted; at += BATCH) {
      const batch = titles.slice(at, at + BATCH);
      const reply = await new Promise<v.InferOutput<typeof pinyinReplySchema>>(
        (resolve, reject) => {
          worker.onerror = () => reject(new Error("pinyin worker failed"));
          worker.onmessage = (event: MessageEvent<unknown>) => {
            const parsed = v.safeParse(pinyinReplySchema, event.data);
            if (parsed.success) resolve(parsed.output);
            else reject(new Error("pinyin worker said something else"));
          };
          worker.postMessage({ job: at, texts: batch, asSaid: true });
        },
      );
      for (const [place, title] of batch.entries()) {
        read.set(
          title,
          (reply.readings[place] ?? []).map(([reading = ""]) => reading),
        );
      }
    }
  } finally {
    worker.terminate();
  }
  return read;
};

/**
 * How the titles of the book are said, for its pinyin index: asked of the pinyin worker, which knows 重庆
 * from 重要. `undefined` while it reads. Where it cannot start, the readings that the search has stored
 * do, and where those are missing the characters themselves.
 */
export const useReadings = (titles: readonly string[], wanted: boolean): ReadAloud | undefined => {
  const { searchTexts, items } = useSnapshot();
  const [read, setRead] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const [failed, setFailed] = useState(false);
  const bare = useMemo(
    () => [...new Set(titles.map((title) => [...titleToRead(title)].slice(0, SYLLABLES).join("")))],
    [titles],
  );
  const missing = wanted && bare.some((title) => !read.has(title));

  useEffect(() => {
    if (!missing || failed) return;
    const leaving = new AbortController();
    askReadings(bare, leaving.signal).then(
      (known) => {
        if (!leaving.signal.aborted) setRead(known);
      },
      () => {
        if (!leaving.signal.aborted) setFailed(true);
      },
    );
    return () => leaving.abort();
  }, [missing, failed, bare]);

  const stored = useMemo(() => {
    if (!failed) return undefined;
    const byTitle = new Map<string, readonly string[]>();
    for (const { id, title } of items.values()) {
      const row = searchTexts.get(id);
      if (row === undefined) continue;
      const readings = row.texts[0].readings.split("|").map((one) => one.split("/")[0] ?? "");
      const skipped = row.texts[0].characters.length - titleToRead(title).length;
      byTitle.set(titleToRead(title), readings.slice(Math.max(0, skipped)));
    }
    return byTitle;
  }, [failed, items, searchTexts]);

  return useMemo(() => {
    if (!wanted) return () => [];
    if (missing && !failed) return undefined;
    return (title: string) => {
      const asked = read.get([...title].slice(0, SYLLABLES).join("")) ?? stored?.get(title);
      const characters = [...title];
      return asked?.map((syllable, at) => syllable || (characters[at] ?? "")) ?? characters;
    };
  }, [wanted, missing, failed, read, stored]);
};
