import { recordIdSchema } from "@dianbo/shared/identity";
import { valuesSchema } from "@dianbo/shared/ledger-book";
import { type NamesRow, namesRowSchema } from "@dianbo/shared/meeting";
import { personSchema, rollSchema } from "@dianbo/shared/roll-call";
import * as v from "valibot";

/** What names people: somebody on a roster, a roll call, the personal columns of a ledger's row. */
export const personalSchema = v.variant("kind", [
  v.object({ kind: v.literal("person"), id: recordIdSchema, value: personSchema }),
  v.object({ kind: v.literal("roll"), id: recordIdSchema, value: rollSchema }),
  v.object({
    kind: v.literal("cells"),
    id: recordIdSchema,
    value: v.object({ book: v.string(), values: valuesSchema }),
  }),
]);
/** One thing that names people; see `personalSchema`. */
export type Personal = v.InferOutput<typeof personalSchema>;

/** The name of a row in the table; it names nobody. */
export const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  `${kind}:${id}`;

const bytesSchema = v.instance(Uint8Array<ArrayBuffer>);

/** What a row says: in full, with what each PC has seen of it, or as it was kept before PCs could meet. */
export const saidSchema = v.union([namesRowSchema, personalSchema]);
/** What a row says; see `saidSchema`. */
export type Said = NamesRow | Personal;

/**
 * A row as it lies on the disk: open, or sealed by the PIN. `rev` is another with each writing. A row that was
 * removed says nothing of anybody and lies open always.
 */
export const storedSchema = v.union([
  v.object({ key: v.string(), rev: v.optional(v.string()), open: saidSchema }),
  v.object({ key: v.string(), iv: bytesSchema, sealed: bytesSchema }),
]);
/** A row as it lies on the disk; see `storedSchema`. */
export type StoredPersonal =
  | { readonly key: string; readonly rev?: string | undefined; readonly open: Said }
  | {
      readonly key: string;
      readonly iv: Uint8Array<ArrayBuffer>;
      readonly sealed: Uint8Array<ArrayBuffer>;
    };

/** How the key of sealed rows is locked up: it opens with what the PIN makes of salt and rounds. */
export const lockSchema = v.object({
  /** Told apart from the lock of an earlier or a later PIN. */
  mark: v.string(),
  salt: bytesSchema,
  rounds: v.pipe(v.number(), v.integer(), v.minValue(1)),
  iv: bytesSchema,
  wrapped: bytesSchema,
});
/** How the key is locked up; see `lockSchema`. */
export type PersonalLock = v.InferOutput<typeof lockSchema>;
