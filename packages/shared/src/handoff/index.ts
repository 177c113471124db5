/** The hand-over's message format: offer → want → file → ack. */
export {
  type GiverMessage,
  giverMessageSchema,
  HANDOFF_PROTOCOL,
  type TakerMessage,
  takerMessageSchema,
} from "./messages.ts";
export {
  MOVE_PROTOCOL,
  type MoveMessage,
  type MoveOffer,
  moveMessageSchema,
  RECORDS_PER_MESSAGE,
  seenText,
} from "./move.ts";
