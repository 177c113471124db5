import * as v from "valibot";
import { type RefererRequest, refererRequestSchema, sweepRulesSchema } from "./messages.ts";

/** A rule's id from the file's address, so that adding and removing need no memory. */
const ruleId = (url: string): number => {
  let hash = 5381;
  for (const character of url) hash = (hash * 33 + (character.codePointAt(0) ?? 0)) % 2_000_000_000;
  return hash + 1;
};

// The values are written out: Firefox has no such enums on its namespace, and asking for one would throw.
const applyRule = async ({ action, url, referer }: RefererRequest): Promise<void> => {
  const id = ruleId(url);
  const address = new URL(url);
  const rule: chrome.declarativeNetRequest.Rule = {
    id,
    condition: {
      urlFilter: `|${address.origin}${address.pathname}`,
      initiatorDomains: [new URL(chrome.runtime.getURL("")).host],
      resourceTypes: ["xmlhttprequest"],
    },
    action: {
      type: "modifyHeaders",
      requestHeaders: [
        {
          header: "Referer",
          operation: "set",
          value: referer,
        },
      ],
    },
  };
  await chrome.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [id],
    ...(action === "add" ? { addRules: [rule] } : {}),
  });
};

/** Takes all rules away: the session's rules are downloads' only, and one engine runs at a time. */
const sweepRules = async (): Promise<void> => {
  const rules = await chrome.declarativeNetRequest.getSessionRules();
  await chrome.declarativeNetRequest.updateSessionRules({
    removeRuleIds: rules.map(({ id }) => id),
  });
};

/**
 * Sets Referer rules when the download engine asks for one: for that file only, for requests of this
 * extension only, until the engine says the download has ended.
 */
export const serveRefererRules = (): void => {
  chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    const request = v.safeParse(v.union([refererRequestSchema, sweepRulesSchema]), message);
    if (
      !request.success ||
      sender.id !== chrome.runtime.id ||
      sender.tab?.url?.startsWith("http")
    ) {
      return false;
    }
    const asked = request.output;
    const done = asked.type === "dianbo-referer-sweep" ? sweepRules() : applyRule(asked);
    void done.then(
      () => answer(true),
      () => answer(false),
    );
    return true;
  });
};
