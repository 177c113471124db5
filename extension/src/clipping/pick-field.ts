import { dateInText } from "@dianbo/shared/portal";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { PICK_ASK, PICK_KEYS, type PickKey } from "../messages/index.ts";
import type { DraftEdits } from "./clip-draft.ts";

/** Fields that can be shown on the page. */
export const PICK_FIELDS = ["title", "publishedAt", "publisher", "body"] as const;
/** A field that can be shown on the page. */
export type PickField = (typeof PICK_FIELDS)[number];

/** Why pointing changed nothing. */
export interface PickFailure {
  readonly type: /** Left by Esc. */
    | "left"
    /** The browser keeps this page closed to us, or it went away. */
    | "closed"
    | "no-words"
    | "no-date";
}

/** What comes back from the page, hostile as any page. */
const pickedSchema = v.object({
  text: v.pipe(v.string(), v.maxLength(200_000)),
  html: v.pipe(v.string(), v.maxLength(500_000)),
});
type Picked = v.InferOutput<typeof pickedSchema>;

const LABEL = /(?:来源|信息来源|文章来源|稿源|出处|发布机构|发布单位)\s*[:：]\s*([^\s|｜]{1,60})/u;

/** What the pointed-at words mean for a field. */
export const editOf = (field: PickField, picked: Picked): Result<DraftEdits, PickFailure> => {
  const text = picked.text.trim();
  if (text === "") return err({ type: "no-words" });
  switch (field) {
    case "title":
      return ok({ title: text.slice(0, 300) });
    case "publisher":
      return ok({ publisher: (LABEL.exec(text)?.[1] ?? text).slice(0, 60) });
    case "publishedAt": {
      const publishedAt = dateInText(text);
      return publishedAt === undefined ? err({ type: "no-date" }) : ok({ publishedAt });
    }
    case "body":
      return ok({ body: { from: "person", html: picked.html, text } });
  }
};

/**
 * Lets the person point at a field in the page of a tab. Where the panel is a tab itself, the page comes
 * to the front for it and the panel afterwards.
 */
export const pickField = async (
  tab: number,
  field: PickField,
  hint: string,
): Promise<Result<DraftEdits, PickFailure>> => {
  const target = { tabId: tab };
  const own = await chrome.tabs.getCurrent();
  try {
    await chrome.scripting.executeScript({
      target,
      func: (name: string, ask: object) => Reflect.set(globalThis, name, ask),
      args: [PICK_ASK, { hint, wantsBody: field === "body" }],
    });
    if (own !== undefined) await chrome.tabs.update(tab, { active: true });
    const [result] = await chrome.scripting.executeScript({
      target,
      files: ["/content-scripts/pick.js"],
    });
    const picked = v.safeParse(pickedSchema, result?.result);
    return picked.success ? editOf(field, picked.output) : err({ type: "left" });
  } catch {
    return err({ type: "closed" });
  } finally {
    if (own?.id !== undefined) await chrome.tabs.update(own.id, { active: true });
  }
};

const isPickKey = (key: string): key is PickKey["key"] => PICK_KEYS.some((one) => one === key);

/** Hands a key pressed in the panel to the page; whether it is one that moves, takes or leaves. */
export const sendPickKey = (tab: number, key: string): boolean => {
  if (!isPickKey(key)) return false;
  const message: PickKey = { type: "dianbo-pick-key", key };
  chrome.tabs.sendMessage(tab, message).catch(() => undefined);
  return true;
};
