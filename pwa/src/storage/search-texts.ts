import type { Courseware } from "@dianbo/shared/courseware";
import { foldText, type SearchText, searchTextOf, textsToSearch } from "@dianbo/shared/search";
import * as v from "valibot";
import type { Library } from "./library.ts";
import type { SearchRow } from "./library-db.ts";
import { pinyinReplySchema } from "./pinyin-messages.ts";
import type { LibrarySnapshot } from "./snapshot.ts";

/**
 * Items per message: the first ones are found soon, and where thousands wait the messages grow, for each
 * is a write after which every screen looks at the library again.
 */
const FIRST_BATCH = 200;
const LARGEST_BATCH = 800;

/** Writes come in bursts (a sample, an import); the worker starts when they have settled. */
const SETTLE_MS = 150;

type Reply = v.InferOutput<typeof pinyinReplySchema>;

/** With which row an item was found up to date; both are other objects once they change. */
const upToDate = new WeakMap<Courseware, SearchRow>();

/** Items whose texts have no readings yet, or readings of an older text. */
const outdated = (snapshot: LibrarySnapshot): readonly Pick<SearchRow, "id" | "of">[] =>
  [...snapshot.items.values()].flatMap((item) => {
    const row = snapshot.searchTexts.get(item.id);
    if (row !== undefined && upToDate.get(item) === row) return [];
    const of = textsToSearch(item);
    if (!isOf(row, of)) return [{ id: item.id, of }];
    upToDate.set(item, row);
    return [];
  });

const isOf = (row: SearchRow | undefined, of: SearchRow["of"]): row is SearchRow =>
  row !== undefined && row.of[0] === of[0] && row.of[1] === of[1];

const ask = (worker: Worker, job: number, texts: readonly string[]): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error("pinyin worker failed"));
    worker.addEventListener("error", fail, { once: true });
    const listen = (event: MessageEvent<unknown>): void => {
      const reply = v.safeParse(pinyinReplySchema, event.data);
      if (!reply.success || reply.output.job !== job) return;
      worker.removeEventListener("message", listen);
      worker.removeEventListener("error", fail);
      resolve(reply.output);
    };
    worker.addEventListener("message", listen);
    worker.postMessage({ job, texts });
  });

/**
 * Gives items their pinyin after every change, in a worker that starts with the first item that needs
 * it: the pinyin library is large and must stay off the main thread. Until then 汉字 are found.
 * Returns how to stop.
 */
export const keepSearchTextsUpToDate = (
  library: Library,
  startWorker: () => Worker,
): (() => void) => {
  let worker: Worker | undefined;
  let job = 0;
  let running = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** One tab at a time asks its worker; what another tab has computed meanwhile is taken over. */
  const keepBatch = async (batch: readonly Pick<SearchRow, "id" | "of">[]): Promise<void> => {
    await navigator.locks.request(`${library.db.name}-pinyin`, async () => {
      const stored = await library.db.search.bulkGet(batch.map(({ id }) => id));
      const there = batch.flatMap(({ of }, place) => {
        const row = stored[place];
        return isOf(row, of) ? [row] : [];
      });
      if (there.length > 0) await library.keepSearchTexts(there);
      const missing = batch.filter(({ of }, place) => !isOf(stored[place], of));
      if (missing.length > 0 && !stopped) await readBatch(missing);
    });
  };

  const readBatch = async (batch: readonly Pick<SearchRow, "id" | "of">[]): Promise<void> => {
    worker ??= startWorker();
    job += 1;
    const { readings, simplified } = await ask(
      worker,
      job,
      batch.flatMap(({ of }) => of.map(foldText)),
    );
    const textAt = (text: string, at: number): SearchText =>
      searchTextOf(
        text,
        () => readings[at] ?? [],
        (folded) => simplified[at] ?? folded,
      );
    await library.keepSearchTexts(
      batch.map(
        ({ id, of }, place): SearchRow => ({
          id,
          of,
          texts: [textAt(of[0], place * 2), textAt(of[1], place * 2 + 1)],
        }),
      ),
    );
  };

  const run = async (): Promise<void> => {
    if (running || stopped) return;
    running = true;
    try {
      let size = FIRST_BATCH;
      // Asked anew after each batch: items may have changed meanwhile.
      for (
        let batch = outdated(library.snapshot()).slice(0, size);
        batch.length > 0 && !stopped;
        batch = outdated(library.snapshot()).slice(0, size)
      ) {
        await keepBatch(batch);
        size = Math.min(LARGEST_BATCH, size * 2);
      }
    } catch {
      // No worker or no room on the disk: 汉字 and numbers are still found, the next change tries again.
    } finally {
      running = false;
    }
  };

  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), SETTLE_MS);
  };
  const unsubscribe = library.subscribe(schedule);
  schedule();
  return () => {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
    worker?.terminate();
  };
};
