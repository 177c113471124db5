import { type PageList, pageListSchema } from "@dianbo/shared/page-list";
import * as v from "valibot";
import { turnList } from "./turn-list.ts";

const CAPTURE = "content-scripts/list.js";

const captured = async (tab: number): Promise<PageList | undefined> => {
  try {
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: tab },
      files: [`/${CAPTURE}`],
    });
    const list = v.safeParse(pageListSchema, result?.result);
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
  const shown = await captured(tab);
  const whole = shown?.next.type === "data" ? await turnList(tab, shown) : undefined;
  const list = whole ?? shown;
  return list !== undefined && list.links.length > 0 ? list : undefined;
};
