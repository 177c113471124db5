import type { DataPages, NextPages } from "./page-list.ts";

/** What to ask for to get the next page, and what is left after it. */
export interface PageTurn {
  readonly url: string;
  /** Form fields to post, for a data proxy. */
  readonly form: Readonly<Record<string, string>> | undefined;
  /** How it goes on after that page; `undefined` where only the page itself knows. */
  readonly rest: NextPages | undefined;
}

/** The next step through a list's pages; `undefined` at its end. */
export const turnPage = (next: Exclude<NextPages, DataPages>): PageTurn | undefined => {
  switch (next.type) {
    case "none":
      return undefined;
    case "follow":
      return { url: next.url, form: undefined, rest: undefined };
    case "addresses": {
      const [url, ...urls] = next.urls;
      if (url === undefined) return undefined;
      return {
        url,
        form: undefined,
        rest: urls.length === 0 ? { type: "none" } : { ...next, urls },
      };
    }
    case "records": {
      const { from, perPage, total } = next;
      if (from > total) return undefined;
      const to = Math.min(total, from + perPage - 1);
      const query = `startrecord=${from}&endrecord=${to}&perpage=${perPage}`;
      return {
        url: `${next.url}?${query}`,
        form: next.form,
        rest: to >= total ? { type: "none" } : { ...next, from: to + 1 },
      };
    }
  }
};
