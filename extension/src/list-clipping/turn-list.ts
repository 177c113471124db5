import {
  type NextPages,
  type PageList,
  type PageTurn,
  pageListSchema,
  readDatastore,
  turnPage,
} from "@dianbo/shared/page-list";
import { rulesFor } from "@dianbo/shared/portal-rule";
import * as v from "valibot";
import { captureList } from "../clipping/capture-list.ts";
import { rulesInForce } from "../clipping/rules-in-force.ts";

const LARGEST = 4_000_000;
const fetchedSchema = v.object({ url: v.string(), html: v.pipe(v.string(), v.maxLength(LARGEST)) });

/**
 * Runs in the open page, whose own origin, cookies and Referer the portal knows; it must not use anything
 * from outside itself. Old portals say their charset only in the page.
 */
const fetchInPage = async (
  url: string,
  form: Readonly<Record<string, string>> | null,
): Promise<{ url: string; html: string } | null> => {
  const answer = await fetch(url, {
    credentials: "include",
    signal: AbortSignal.timeout(20_000),
    ...(form === null ? {} : { method: "POST", body: new URLSearchParams(form) }),
  });
  if (!answer.ok) return null;
  const bytes = await answer.arrayBuffer();
  const head = new TextDecoder("latin1").decode(bytes.slice(0, 4096));
  const named =
    /charset=["']?([\w-]+)/iu.exec(answer.headers.get("content-type") ?? "")?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ??
    "utf-8";
  const label = /^gb/iu.test(named) ? "gb18030" : named;
  return { url: answer.url || url, html: new TextDecoder(label).decode(bytes) };
};

const fetched = async (
  tab: number,
  turn: PageTurn,
): Promise<v.InferOutput<typeof fetchedSchema> | undefined> => {
  try {
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: tab },
      func: fetchInPage,
      args: [turn.url, turn.form ?? null],
    });
    const page = v.safeParse(fetchedSchema, result?.result);
    return page.success ? page.output : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Turns to the list's next page: fetched in the open page, parsed here, where nothing of it runs or loads.
 * `undefined` where the list ends or the page did not come.
 */
export const turnList = async (tab: number, next: NextPages): Promise<PageList | undefined> => {
  const turn = turnPage(next);
  const page = turn === undefined ? undefined : await fetched(tab, turn);
  if (turn === undefined || page === undefined) return undefined;
  const store = turn.form === undefined ? undefined : readDatastore(page.html, page.url);
  const list: PageList =
    store === undefined
      ? captureList(
          new DOMParser().parseFromString(page.html, "text/html"),
          { href: page.url },
          rulesFor(page.url, await rulesInForce()),
        )
      : { url: page.url, links: [...store.links], next: { type: "none" } };
  const parsed = v.safeParse(pageListSchema, { ...list, next: turn.rest ?? list.next });
  return parsed.success ? parsed.output : undefined;
};
