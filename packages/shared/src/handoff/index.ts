/** The hand-over's message format: offer → want → file → ack; the link it travels over; the move. */
export {
  CHUNK_BYTES,
  CHUNKED_LIMIT,
  CHUNKS_IN_FLIGHT,
  type ChunkAssembler,
  chunkCount,
  chunkSize,
  encodeChunk,
  makeChunkAssembler,
} from "./chunks.ts";
export {
  type AppBody,
  type AppFrame,
  appFrameSchema,
  type ExtensionBody,
  type ExtensionFrame,
  extensionFrameSchema,
  LINK_PORT,
  LINK_PROTOCOL,
  type LinkGreeting,
  linkGreetingSchema,
  PROBE_TEXT,
} from "./link.ts";
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
