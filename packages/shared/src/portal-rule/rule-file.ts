import * as v from "valibot";
import { jsonSchema } from "../changes/index.ts";
import type { Sha512, SiteKey } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { publicKeySchema, signatureHolds, signatureOf, signatureSchema } from "../signing/index.ts";
import { type RuleRefusal, readRule } from "./read-rule.ts";
import type { PortalRule } from "./rule-schema.ts";

/** Characters of a rule file; two hundred rules are fewer. */
export const RULE_FILE_LIMIT = 1_000_000;
/** What a rule file is called: `….dianbo-rules.json`. */
export const RULE_FILE_ENDING = ".dianbo-rules.json";

const signedPart = {
  type: v.literal("dianbo.portal-rules"),
  version: v.literal(1),
  /** Who gives the rules out, in words; only the key says who that really is. */
  publisher: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  publisherKey: publicKeySchema,
  rules: v.pipe(v.array(jsonSchema), v.minLength(1), v.maxLength(200)),
};
const fileSchema = v.strictObject({ ...signedPart, signature: signatureSchema });

/** Rules of a file whose signature holds. */
export interface RuleFile {
  readonly publisher: string;
  /** Ed25519 key in hexadecimal: whether it is trusted is for the person to say, once. */
  readonly publisherKey: string;
  readonly rules: readonly PortalRule[];
  /** Rules of the same file that were not taken, each with its reason. */
  readonly refused: readonly RuleRefusal[];
}

/** Why a rule file was refused as a whole. */
export type RuleFileFailure =
  | { readonly type: "too-large" }
  /** No JSON, or JSON of something else. */
  | { readonly type: "not-a-rule-file" }
  /** Changed after it was signed, or signed by another key than it names. */
  | { readonly type: "signature-wrong" }
  /** Rightly signed, but not one rule of it can be used. */
  | { readonly type: "no-rule-left"; readonly refused: readonly RuleRefusal[] };

const readShape = (text: string): v.InferOutput<typeof fileSchema> | undefined => {
  try {
    // Notepad puts a byte order mark before what it saves.
    const parsed = v.safeParse(fileSchema, JSON.parse(text.replace(/^\uFEFF/u, "")));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // No JSON, or nested deeper than the stack.
    return undefined;
  }
};

/** Writes a rule file, signed with a key of the site; `rules` as they stand in their files. */
export const writeRuleFile = async (
  rules: readonly PortalRule[],
  publisher: string,
  key: SiteKey,
  sha512: Sha512,
): Promise<string> => {
  const part = {
    type: "dianbo.portal-rules" as const,
    version: 1 as const,
    publisher,
    publisherKey: key.publicKey,
    rules: v.parse(v.array(jsonSchema), JSON.parse(JSON.stringify(rules))),
  };
  const signature = await signatureOf(part, key, sha512);
  return `${JSON.stringify({ ...part, rules: [...part.rules], signature }, undefined, 2)}\n`;
};

/**
 * Reads a rule file from outside: its size, its shape, its signature over all the rest as canonical JSON,
 * then rule by rule. A refused rule does not cost the others.
 */
export const parseRuleFile = async (
  text: string,
  sha512: Sha512,
): Promise<Result<RuleFile, RuleFileFailure>> => {
  if (text.length > RULE_FILE_LIMIT) return err({ type: "too-large" });
  const file = readShape(text);
  if (file === undefined) return err({ type: "not-a-rule-file" });
  const by = { publicKey: file.publisherKey, signature: file.signature };
  if (!(await signatureHolds(file, by, sha512))) return err({ type: "signature-wrong" });
  const read = file.rules.map(readRule);
  const rules = read.flatMap((one) => (one.ok ? [one.value] : []));
  const refused = read.flatMap((one) => (one.ok ? [] : [one.error]));
  if (rules.length === 0) return err({ type: "no-rule-left", refused });
  return ok({ publisher: file.publisher, publisherKey: file.publisherKey, rules, refused });
};
