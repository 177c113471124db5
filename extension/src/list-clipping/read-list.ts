import { type PageList, pageListSchema } from "@dianbo/shared/page-list";
import * as v from "valibot";

const CAPTURE = "content-scripts/list.js";

/** Reads the list of a tab's page; `undefined` where it has none or may not be read. */
export const readList = async (tab: number): Promise<PageList | undefined> => {
  try {
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: tab },
      files: [`/${CAPTURE}`],
    });
    const list = v.safeParse(pageListSchema, result?.result);
    return list.success && list.output.links.length > 0 ? list.output : undefined;
  } catch {
    return undefined;
  }
};
