import { type PageSnapshot, pageSnapshotSchema } from "@dianbo/shared/portal";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { giveRules } from "./given-rules.ts";
import { answeredPage } from "./rule-calls.ts";
import { rulesInForce } from "./rules-in-force.ts";

/** A page could not be read. */
export type ReadFailure =
  /** The browser's own page, its store, or a page the click no longer reaches. */
  | { readonly type: "page-closed-to-us" }
  /** The tab is gone. */
  | { readonly type: "tab-gone" }
  /** What came back was no page. */
  | { readonly type: "nothing-read" };

const CAPTURE = "content-scripts/capture.js";

/** Reads the page of a tab as it stands there now. */
export const readPage = async (tab: number): Promise<Result<PageSnapshot, ReadFailure>> => {
  try {
    const rules = await rulesInForce();
    await giveRules(tab, rules);
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: tab },
      files: [`/${CAPTURE}`],
    });
    const page = v.safeParse(pageSnapshotSchema, result?.result);
    if (!page.success) return err({ type: "nothing-read" });
    return ok(await answeredPage(page.output, rules));
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return err({ type: /no tab with id/iu.test(message) ? "tab-gone" : "page-closed-to-us" });
  }
};
