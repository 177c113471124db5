import {
  type DataPages,
  dataAddress,
  hostOfUrl,
  type PageList,
  readListAnswer,
} from "@dianbo/shared/page-list";
import { ANSWER_LIMIT, covers, type PortalRule } from "@dianbo/shared/portal-rule";
import { withKind } from "../clipping/capture-list-rule.ts";
import { askLeave, hostsOf, hostsWithoutLeave } from "../clipping/host-leave.ts";
import { readAnswer } from "../clipping/rule-calls.ts";
import { fetchedByPage } from "./fetched-by-page.ts";

/** Whether the page itself may ask for it: then the leave to read the page is enough. */
const isOfPage = (next: DataPages, pageUrl: string): boolean => {
  try {
    return new URL(next.url).origin === new URL(pageUrl).origin;
  } catch {
    return false;
  }
};

/**
 * Asks for leave to fetch a list's data from another host of its portal. Must be called in the click
 * itself, before anything is awaited; `true` at once where the page's own leave is enough.
 */
export const askDataLeave = (next: DataPages, pageUrl: string): Promise<boolean> =>
  isOfPage(next, pageUrl) ? Promise.resolve(true) : askLeave(hostsOf([next.url]));

const textOf = async (
  tab: number,
  next: DataPages,
  rule: PortalRule,
  { address, pageUrl }: { readonly address: string; readonly pageUrl: string },
): Promise<string | undefined> => {
  if (isOfPage(next, pageUrl)) {
    const answer = await fetchedByPage(tab, { url: address, form: undefined, most: ANSWER_LIMIT });
    const host = hostOfUrl(answer?.url ?? "");
    return rule.hosts.some((own) => covers(own, host)) ? answer?.html : undefined;
  }
  const missing = await hostsWithoutLeave(hostsOf([address]));
  return missing.length > 0 ? undefined : await readAnswer(address, rule);
};

/**
 * The next page of a list, from the data that its portal draws it from; `undefined` where there is no
 * leave, no answer, or nothing in it that the rule can read.
 */
export const readListData = async (
  tab: number,
  next: DataPages,
  pageUrl: string,
  /** The rules in force; what a page told of a rule counts only by what stands in them. */
  rules: readonly PortalRule[],
): Promise<PageList | undefined> => {
  const rule = rules.find(({ id }) => id === next.rule);
  const data = rule?.listData[next.part];
  if (rule === undefined || data === undefined) return undefined;
  if (!rule.hosts.some((own) => covers(own, hostOfUrl(next.url)))) return undefined;
  // Some portals want a minute only so that nobody gets yesterday's copy: when this page began will do.
  const minutes = performance.timeOrigin / 60_000;
  try {
    const address = dataAddress(next, data, minutes);
    const text = await textOf(tab, next, rule, { address, pageUrl });
    const read = text === undefined ? undefined : readListAnswer(text, data, next, pageUrl);
    if (read === undefined || !read.ok || read.value.links.length === 0) return undefined;
    const links = read.value.links.map((link) => withKind(link, rule));
    return { url: pageUrl, links, next: read.value.next };
  } catch {
    // No answer in time, or none at all: the list as the page shows it is still there.
    return undefined;
  }
};
