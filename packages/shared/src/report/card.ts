import * as v from "valibot";
import { civilDateSchema } from "../clock/index.ts";
import { type Sha512, type SiteKey, siteIdSchema } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { publicKeySchema, signatureHolds, signatureOf, signatureSchema } from "../signing/index.ts";
import type { Sums } from "./figures.ts";
import { readSpan } from "./span.ts";

/** The largest card that is read, in characters: a card is some hundred. */
export const CARD_LENGTH = 20_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));

const sumsSchema = v.object({
  showings: count,
  plays: count,
  minutes: count,
  members: count,
  residents: count,
  called: count,
  people: count,
  uncounted: count,
  downloads: count,
  downloadDays: count,
  training: count,
  trainingHours: count,
  feedback: count,
  notes: count,
  previews: count,
  faults: count,
  mended: count,
  runs: count,
  used: count,
  unused: count,
  // Cards of before there were question slips say nothing of them.
  questions: v.optional(count, 0),
  answered: v.optional(count, 0),
});

const FORMAT = "dianbo-report-card";
const VERSION = 1;

/** What a site sends up of a report: counts, its name and its signature. No words, no titles, nobody's name. */
const cardSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  site: siteIdSchema,
  siteName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  /** See `spanKey`. */
  span: v.pipe(
    v.string(),
    v.check((key) => readSpan(key) !== undefined, "a month, quarter or year"),
  ),
  madeOn: civilDateSchema,
  sums: sumsSchema,
  publicKey: publicKeySchema,
  signature: signatureSchema,
});
/** A card (收卡 takes it): see `cardSchema`. */
export type Card = v.InferOutput<typeof cardSchema>;

const anyCardSchema = v.object({ format: v.literal(FORMAT), version: v.number() });

/** Makes a site's card of a report; only the sums of `sums` go onto it, whatever else stands there. */
export const makeCard = async (
  from: Pick<Card, "site" | "siteName" | "span" | "madeOn"> & { readonly sums: Sums },
  key: SiteKey,
  sha512: Sha512,
): Promise<Card> => {
  const unsigned = {
    format: FORMAT,
    version: VERSION,
    site: from.site,
    siteName: from.siteName,
    span: from.span,
    madeOn: from.madeOn,
    sums: v.parse(sumsSchema, from.sums),
    publicKey: key.publicKey,
  };
  return v.parse(cardSchema, {
    ...unsigned,
    signature: await signatureOf(unsigned, key, sha512),
  });
};

/** Why a file is no card that can be counted. */
export type CardProblem =
  | { readonly type: "not-a-card" }
  | { readonly type: "newer-card" }
  /** Somebody wrote in it after it was signed. */
  | { readonly type: "changed-card" };

/** Reads a card out of a file's text and holds its signature against it. */
export const readCard = async (
  text: string,
  sha512: Sha512,
): Promise<Result<Card, CardProblem>> => {
  if (text.length > CARD_LENGTH) return err({ type: "not-a-card" });
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    return err({ type: "not-a-card" });
  }
  const any = v.safeParse(anyCardSchema, sent);
  if (!any.success) return err({ type: "not-a-card" });
  if (any.output.version > VERSION) return err({ type: "newer-card" });
  const card = v.safeParse(cardSchema, sent);
  if (!card.success) return err({ type: "not-a-card" });
  return (await signatureHolds(sent, card.output, sha512))
    ? ok(card.output)
    : err({ type: "changed-card" });
};

/** A copied id under another key is another site until somebody says otherwise. */
const placeOf = ({ site, publicKey, span }: Card): string => `${site} ${publicKey} ${span}`;

/** A card in whose place another one stands. */
export interface CardChange {
  readonly siteName: string;
  readonly span: Card["span"];
  /** The days on which the one that counts and the one that does not were made. */
  readonly counts: Card["madeOn"];
  readonly gone: Card["madeOn"];
}

/** What stands once cards were taken. */
export interface TakenCards {
  /** Of each site and span the one made last, by name. */
  readonly cards: readonly Card[];
  /** Cards that gave way to a newer one. */
  readonly replaced: readonly CardChange[];
  /** Cards that were opened and are older than what is held: they do not count. */
  readonly older: readonly CardChange[];
}

/** Takes cards beside those that are held; two of one day: the one that came later counts. The same again is no news. */
export const takeCards = (held: readonly Card[], opened: readonly Card[]): TakenCards => {
  const newest = new Map(held.map((card) => [placeOf(card), card]));
  const replaced: CardChange[] = [];
  const older: CardChange[] = [];
  const change = (counts: Card, gone: Card): CardChange => ({
    siteName: counts.siteName,
    span: counts.span,
    counts: counts.madeOn,
    gone: gone.madeOn,
  });
  for (const card of opened) {
    const known = newest.get(placeOf(card));
    if (known?.signature === card.signature) continue;
    if (known !== undefined && card.madeOn < known.madeOn) {
      older.push(change(known, card));
      continue;
    }
    if (known !== undefined) replaced.push(change(card, known));
    newest.set(placeOf(card), card);
  }
  const cards = [...newest.values()].sort((a, b) =>
    a.siteName === b.siteName ? (a.site < b.site ? -1 : 1) : a.siteName < b.siteName ? -1 : 1,
  );
  return { cards, replaced, older };
};

/** Cards as this PC has kept them; their signatures were held against them when they came. */
export const readKeptCards = (kept: unknown): readonly Card[] =>
  (Array.isArray(kept) ? kept : []).flatMap((one: unknown) => {
    const card = v.safeParse(cardSchema, one);
    return card.success ? [card.output] : [];
  });

/** What cards come to together. */
export const sumCards = (cards: readonly Card[]): Sums => {
  const of = (name: keyof Sums): number => cards.reduce((sum, { sums }) => sum + sums[name], 0);
  return {
    showings: of("showings"),
    plays: of("plays"),
    minutes: of("minutes"),
    members: of("members"),
    residents: of("residents"),
    called: of("called"),
    people: of("people"),
    uncounted: of("uncounted"),
    downloads: of("downloads"),
    downloadDays: of("downloadDays"),
    training: of("training"),
    trainingHours: of("trainingHours"),
    feedback: of("feedback"),
    notes: of("notes"),
    previews: of("previews"),
    faults: of("faults"),
    mended: of("mended"),
    runs: of("runs"),
    used: of("used"),
    unused: of("unused"),
    questions: of("questions"),
    answered: of("answered"),
  };
};

/** Of the names that are waited for, those of which no card came; spaces and width make no other name. */
export const missingSites = (
  expected: readonly string[],
  cards: readonly Card[],
): readonly string[] => {
  const key = (name: string): string => name.normalize("NFKC").replace(/\s+/gu, "");
  const came = new Set(cards.map(({ siteName }) => key(siteName)));
  return expected.filter((name) => !came.has(key(name)));
};
