import { type PageList, pageListSchema, readDatastore, turnPage } from "@dianbo/shared/page-list";
import { rulesFor } from "@dianbo/shared/portal-rule";
import * as v from "valibot";
import { captureList } from "../clipping/capture-list.ts";
import { rulesInForce } from "../clipping/rules-in-force.ts";
import { unshadowed } from "../clipping/unshadowed.ts";
import { fetchedByPage } from "./fetched-by-page.ts";
import { readListData } from "./list-data.ts";

const nextOf = async (tab: number, last: PageList): Promise<PageList | undefined> => {
  const { next, url } = last;
  if (next.type === "data") return await readListData(tab, next, url, await rulesInForce());
  const turn = turnPage(next);
  const page = turn === undefined ? undefined : await fetchedByPage(tab, turn);
  if (turn === undefined || page === undefined) return undefined;
  // A script would put the records into the list's page: their addresses are meant from there.
  const store = turn.form === undefined ? undefined : readDatastore(page.html, url);
  const list: PageList =
    store === undefined
      ? captureList(
          unshadowed(new DOMParser().parseFromString(page.html, "text/html")),
          { href: page.url },
          rulesFor(page.url, await rulesInForce()),
        )
      : { url, links: [...store.links], next: { type: "none" } };
  return { ...list, next: turn.rest ?? list.next };
};

/**
 * Turns to the list's next page: fetched in the open page, parsed here, where nothing of it runs or loads.
 * `undefined` where the list ends or the page did not come.
 */
export const turnList = async (tab: number, last: PageList): Promise<PageList | undefined> => {
  const parsed = v.safeParse(pageListSchema, await nextOf(tab, last));
  return parsed.success ? parsed.output : undefined;
};

/** Turns of a list's data that may bring nothing but what the page shows already. */
const MOST_KNOWN = 3;

/** The next page that holds a link which is not on these. */
export const turnToNew = async (
  tab: number,
  pages: readonly PageList[],
): Promise<PageList | undefined> => {
  const known = new Set(pages.flatMap(({ links }) => links.map(({ url }) => url)));
  let last = pages.at(-1);
  for (let turned = 0; last !== undefined && turned < MOST_KNOWN; turned += 1) {
    const list = await turnList(tab, last);
    const isNew = list?.links.some(({ url }) => !known.has(url)) === true;
    if (isNew || list?.next.type !== "data") return list;
    last = list;
  }
  return last;
};
