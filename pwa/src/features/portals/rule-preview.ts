import {
  type PortalRule,
  parseRuleFile,
  RULE_FILE_LIMIT,
  type RuleFile,
  type RuleFileFailure,
} from "@dianbo/shared/portal-rule";
import { err, type Result } from "@dianbo/shared/result";
import type { PortalsState, RuleRow, RuleSigner } from "../../app/portals-door.ts";
import { sha512 } from "../../app/site-key.ts";

/** A file was not looked at, and why. */
export interface FileRefused {
  readonly type: RuleFileFailure["type"] | "unreadable";
}

/** How the signer of a file stands to what this browser has seen before. */
export type Standing = "own" | "known" | "fresh" | "changed";

/** A rule of a file beside the one in use. */
export interface ComparedRule {
  readonly rule: PortalRule;
  readonly status: "fresh" | "newer" | "same" | "older" | "different";
  /** The rule of the same id that is here now. */
  readonly here: RuleRow | undefined;
}

/** What taking a file would do. */
export interface RulePreview {
  readonly signer: RuleSigner;
  readonly standing: Standing;
  readonly rules: readonly ComparedRule[];
  /** How many rules of the file cannot be used. */
  readonly refused: number;
}

/** Reads a file that was chosen or dropped; a film taken by mistake is never read. */
export const readRules = async (file: File): Promise<Result<RuleFile, FileRefused>> => {
  // A character of UTF-8 takes up to four bytes.
  if (file.size > 4 * RULE_FILE_LIMIT) return err({ type: "too-large" });
  // A stick that was pulled out leaves a file that can be named, but not read.
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return err({ type: "unreadable" });
  return await parseRuleFile(text, sha512);
};

/**
 * A name seen before under another key is the alarm; so is another key on a rule that somebody else had
 * given here under the same id and name.
 */
const standingOf = (
  { publisher, publisherKey }: RuleSigner,
  ownKey: string | undefined,
  known: readonly RuleSigner[],
): Standing => {
  if (publisherKey === ownKey) return "own";
  if (known.some((one) => one.publisher === publisher && one.publisherKey !== publisherKey)) {
    return "changed";
  }
  return known.some((one) => one.publisherKey === publisherKey) ? "known" : "fresh";
};

/** Keys of a rule in one order, as a file may write them in any. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, ordered(inner)]);
};

const compared = (rule: PortalRule, rows: readonly RuleRow[]): ComparedRule => {
  const here = rows.find((row) => row.rule.id === rule.id);
  if (here === undefined) return { rule, status: "fresh", here };
  if (rule.version > here.rule.version) return { rule, status: "newer", here };
  if (rule.version < here.rule.version) return { rule, status: "older", here };
  const isSame = JSON.stringify(ordered(rule)) === JSON.stringify(ordered(here.rule));
  return { rule, status: isSame ? "same" : "different", here };
};

/** Sets a file beside what is here. */
export const previewOf = (
  file: RuleFile,
  state: PortalsState,
  ownKey: string | undefined,
): RulePreview => {
  const signer = { publisher: file.publisher, publisherKey: file.publisherKey };
  return {
    signer,
    standing: standingOf(signer, ownKey, state.signers),
    rules: file.rules.map((rule) => compared(rule, state.rules)),
    refused: file.refused.length,
  };
};

/** The rules of a preview that would be taken: what is here already, or newer here, would not. */
export const takenOf = ({ rules }: RulePreview): readonly PortalRule[] =>
  rules.filter(({ status }) => status !== "same" && status !== "older").map(({ rule }) => rule);
