/** The hand-over's message format: offer → want → file → ack. */
export {
  type GiverMessage,
  giverMessageSchema,
  HANDOFF_PROTOCOL,
  type TakerMessage,
  takerMessageSchema,
} from "./messages.ts";
