import { instantSchema } from "@dianbo/shared/clock";
import { type PortalRule, readRule } from "@dianbo/shared/portal-rule";
import * as v from "valibot";

/** Where the rules lie in the browser's storage. */
export const SHELF_KEY = "portal-rules";
/** Rules from outside; as many as one file holds. */
const RULES_LIMIT = 200;
/** Keys remembered; the oldest is forgotten first. */
const KEYS_LIMIT = 100;

const signerSchema = v.object({
  publisher: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  publisherKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
});

const placedSchema = v.object({
  fromOutside: v.pipe(
    v.array(v.object({ ...signerSchema.entries, takenAt: instantSchema, rule: v.unknown() })),
    v.maxLength(RULES_LIMIT),
  ),
  switchedOff: v.array(v.string()),
  signers: v.array(signerSchema),
});
const storedSchema = v.object({
  ...placedSchema.entries,
  /** As it was before the last file was taken. */
  former: v.optional(placedSchema),
});
type Stored = v.InferOutput<typeof storedSchema>;
type Placed = v.InferOutput<typeof placedSchema>;

/** A rule that came from outside. */
export interface OutsideRule {
  readonly rule: PortalRule;
  readonly publisher: string;
  readonly publisherKey: string;
}

/** What is kept of rules, each read anew: what no longer passes is left out. */
export interface RuleShelf {
  readonly fromOutside: readonly OutsideRule[];
  readonly switchedOff: readonly string[];
  readonly signers: readonly v.InferOutput<typeof signerSchema>[];
}

const EMPTY: Stored = { fromOutside: [], switchedOff: [], signers: [] };

const readStored = async (): Promise<Stored> => {
  const stored = v.safeParse(storedSchema, (await chrome.storage.local.get(SHELF_KEY))[SHELF_KEY]);
  return stored.success ? stored.output : EMPTY;
};

/** Reads what is kept of rules in this browser. */
export const readRuleShelf = async (): Promise<RuleShelf> => {
  const { fromOutside, switchedOff, signers } = await readStored();
  const rules = fromOutside.flatMap(({ rule, publisher, publisherKey }) => {
    const read = readRule(rule);
    return read.ok ? [{ rule: read.value, publisher, publisherKey }] : [];
  });
  return { fromOutside: rules, switchedOff, signers };
};

/** Two pages of the extension never write over each other. */
const change = (next: (before: Stored) => Stored): Promise<void> =>
  navigator.locks.request(SHELF_KEY, async () => {
    await chrome.storage.local.set({ [SHELF_KEY]: next(await readStored()) });
  });

const idOf = ({ rule }: Placed["fromOutside"][number]): string | undefined => {
  const read = readRule(rule);
  return read.ok ? read.value.id : undefined;
};

const placed = ({ fromOutside, switchedOff, signers }: Stored): Placed => ({
  fromOutside,
  switchedOff,
  signers,
});

/** Keeps rules of one signer in the place of those of the same id, and switches them on. */
export const keepRules = (
  rules: readonly PortalRule[],
  signer: v.InferOutput<typeof signerSchema>,
  takenAt: v.InferOutput<typeof instantSchema>,
): Promise<void> =>
  change((before) => {
    const ids = new Set(rules.map(({ id }) => id));
    const rest = before.fromOutside.filter((one) => !ids.has(idOf(one) ?? ""));
    const added = rules.map((rule) => ({ ...signer, takenAt, rule }));
    return {
      fromOutside: [...rest, ...added].slice(-RULES_LIMIT),
      switchedOff: before.switchedOff.filter((id) => !ids.has(id)),
      signers: [
        ...before.signers.filter(({ publisherKey }) => publisherKey !== signer.publisherKey),
        signer,
      ].slice(-KEYS_LIMIT),
      former: placed(before),
    };
  });

/** Puts back what was before the last file was taken. */
export const putFormerBack = (): Promise<void> => change(({ former, ...now }) => former ?? now);

/** Switches a rule off, or on again. */
export const switchRule = (id: string, isOn: boolean): Promise<void> =>
  change((before) => {
    const others = before.switchedOff.filter((one) => one !== id);
    return { ...before, switchedOff: isOn ? others : [...others, id].slice(-RULES_LIMIT) };
  });

/** Removes a rule from outside. */
export const removeRule = (id: string): Promise<void> =>
  change((before) => ({
    ...before,
    fromOutside: before.fromOutside.filter((one) => idOf(one) !== id),
  }));
