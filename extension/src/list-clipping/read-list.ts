import { type PageList, pageListSchema } from "@dianbo/shared/page-list";
import * as v from "valibot";
import { inTime, READING } from "../clipping/in-time.ts";
import { wasGivenUp } from "../clipping/read-page.ts";
import { turnList } from "./turn-list.ts";

const CAPTURE = "content-scripts/list.js";

const captured = async (tab: number): Promise<PageList | undefined> => {
  try {
    const target = { tabId: tab };
    const reading = chrome.scripting.executeScript({ target, files: [`/${CAPTURE}`] });
    const results = await inTime(reading, READING);
    const list = v.safeParse(pageListSchema, results?.[0]?.result);
    return list.success ? list.output : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Reads the list of a tab's page, from the portal's own data where a rule names it and nothing has to be
 * asked for it; `undefined` where it has none or may not be read.
 */
export const readList = async (tab: number): Promise<PageList | undefined> => {
  if (wasGivenUp(tab)) return undefined;
  const shown = await captured(tab);
  const whole = shown?.next.type === "data" ? await turnList(tab, shown) : undefined;
  const list = whole ?? shown;
  return list !== undefined && list.links.length > 0 ? list : undefined;
};
