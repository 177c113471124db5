import type { CodeSeen } from "@dianbo/shared/sharing";
import { looksLikeRecoveryQr } from "../../../app/recovery-qr.ts";
import type { Words } from "../../../locales/index.ts";

/** What a code is answered with, beside the picture. */
export interface CodeSaid {
  readonly text: string;
  readonly bad: boolean;
  /** Another list is there to be gathered instead. */
  readonly canChange?: boolean;
}

/** As much of a strange code as one reads at a glance. */
const GLANCE = 24;

/** Signs that would turn a sentence around or cannot be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\s]+/gu;

/** The host of a web address; `undefined` where a text is none. */
const hostOf = (text: string): string | undefined => {
  if (!/^https?:\/\//iu.test(text)) return undefined;
  try {
    return new URL(text).hostname;
  } catch {
    return undefined;
  }
};

/** What a code that is no list says of itself, and where it belongs. */
const strange = (text: string, words: Words["codes"]): string => {
  if (looksLikeRecoveryQr(text)) return words.keySheet;
  const host = hostOf(text);
  if (host !== undefined) return words.webAddress(host);
  const line = text.replace(UNSEEN, " ").trim();
  if (line === "") return words.emptyCode;
  const signs = [...line];
  return words.otherCode(signs.length > GLANCE ? `${signs.slice(0, GLANCE).join("")}…` : line);
};

/** What is said of a code; nothing of one that brought the list on, or that the next one makes good. */
export const saidOf = (seen: CodeSeen, words: Words["codes"]): CodeSaid | undefined => {
  switch (seen.type) {
    case "list":
    case "frame":
    case "damaged-frame":
      return undefined;
    case "frame-of-another-list":
      return { text: words.anotherList, bad: true, canChange: true };
    case "not-ours":
      return { text: strange(seen.text, words), bad: true };
    case "refused": {
      const { type } = seen.failure;
      if (type === "newer-version") return { text: words.refused["newer-version"], bad: true };
      const damaged = type === "parts-missing" || type === "package-damaged";
      return { text: damaged ? words.refused.damaged : words.refused.bad, bad: true };
    }
  }
};
