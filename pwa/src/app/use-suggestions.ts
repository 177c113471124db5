import type { Courseware } from "@dianbo/shared/courseware";
import type { SearchIndex } from "@dianbo/shared/search";
import { useEffect, useState } from "react";
import * as v from "valibot";
import { suggestReplySchema } from "../storage/search-suggest-messages.ts";
import SuggestWorker from "../storage/search-suggest-worker.ts?worker";

/** What a query that finds little may have meant. */
export interface Suggestions {
  /** The query it answers. */
  readonly query: string;
  /** The same in simplified characters; titles are searched in those. */
  readonly simplified: string;
  readonly items: readonly Courseware[];
}

/** While somebody types on, nothing is asked. */
const PAUSE_MS = 150;

/** Started with the first query that finds little, then kept; it holds the titles of `of`. */
let started: { readonly worker: Worker; of: SearchIndex | undefined; job: number } | undefined;

const askFor = (query: string, index: SearchIndex, answer: (found: Suggestions) => void) => {
  started ??= { worker: new SuggestWorker(), of: undefined, job: 0 };
  const { worker } = started;
  if (started.of !== index) {
    started.of = index;
    const rows = index.rows.map(({ item, texts: [title] }) => ({ id: item.id, title }));
    worker.postMessage({ type: "titles", rows });
  }
  started.job += 1;
  const { job } = started;
  const listen = (event: MessageEvent<unknown>): void => {
    const reply = v.safeParse(suggestReplySchema, event.data);
    if (!reply.success || reply.output.job !== job) return;
    worker.removeEventListener("message", listen);
    const { simplified, ids } = reply.output;
    const byId = new Map<string, Courseware>(index.items.map((item) => [item.id, item]));
    answer({ query, simplified, items: ids.flatMap((id) => byId.get(id) ?? []) });
  };
  worker.addEventListener("message", listen);
  worker.postMessage({ type: "ask", job, query });
  return () => worker.removeEventListener("message", listen);
};

/** Asks what `query` may have meant, in a worker, after a pause; where either is `undefined`, nothing is asked. */
export const useSuggestions = (
  query: string | undefined,
  index: SearchIndex | undefined,
): Suggestions | undefined => {
  const [found, setFound] = useState<Suggestions>();
  useEffect(() => {
    if (query === undefined || index === undefined) return;
    let stop = (): void => {};
    const timer = setTimeout(() => {
      stop = askFor(query, index, setFound);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [query, index]);
  return query !== undefined && found?.query === query ? found : undefined;
};
