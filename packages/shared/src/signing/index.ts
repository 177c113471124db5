/** Signatures: what is signed, by which key, how a key is told by telephone and changed. */
export { keepKeyChange, keyChangesIn } from "./key-change.ts";
export {
  handOverKey,
  type KeyHandover,
  keyHandoversSchema,
  leadsToKey,
} from "./key-handover.ts";
export { type KeyWords, keyWords } from "./key-words.ts";
export { publicKeySchema, signatureHolds, signatureOf, signatureSchema } from "./sign.ts";
