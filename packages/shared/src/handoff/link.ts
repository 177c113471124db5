import * as v from "valibot";
import { mediaHashSchema } from "../courseware/index.ts";
import { recordIdSchema } from "../identity/index.ts";
import { CHUNK_BYTES, CHUNKED_LIMIT } from "./chunks.ts";
import { giverMessageSchema, takerMessageSchema } from "./messages.ts";

/**
 * The link between the extension and an open page of the app it is paired with, over which the
 * hand-over's own messages travel by themselves:
 *
 *   app's page ──── message port ──── relay (content script) ──── runtime port ──── background
 *
 * The two in the page find each other by window messages and then speak through a port of their own,
 * which no other script of the page sees. Every hop checks origin or sender, session and schema.
 *
 *   app                                    background
 *     link ──────────────────────────────▶
 *          ◀───────────────────────────── place (where the library is), probe (a tiny Blob)
 *     probed (whether it came whole) ────▶                  decides how files travel
 *     gather (this tab takes) ───────────▶
 *          ◀───────────────────────────── left-behind (rows too large for this way)
 *     say, chunk-ack ◀───────────────────▶ say, chunk       the hand-over; see `messages.ts`
 */
export const LINK_PROTOCOL = "dianbo-link-1";

/** The name of the runtime port. */
export const LINK_PORT = "dianbo-link";

/** What the tiny Blob holds whose way through all hops is the test for Blobs by reference. */
export const PROBE_TEXT = "点";

const protocol = v.literal(LINK_PROTOCOL);
/** A random name for the time that a page is open; what bears another is not heard. */
const session = v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/u));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const someObject = v.custom<object>((value) => typeof value === "object" && value !== null);

/** The window messages by which page and relay find each other; the port comes with `open`. */
export const linkGreetingSchema = v.variant("type", [
  v.object({ protocol, type: v.literal("relay-here") }),
  v.object({ protocol, type: v.literal("relay-there") }),
  v.object({ protocol, type: v.literal("open"), session }),
]);
/** A window message between page and relay; see `linkGreetingSchema`. */
export type LinkGreeting = v.InferOutput<typeof linkGreetingSchema>;

const appBodySchema = v.variant("type", [
  v.object({ type: v.literal("link") }),
  v.object({ type: v.literal("probed"), whole: v.boolean() }),
  v.object({ type: v.literal("gather") }),
  v.object({ type: v.literal("say"), message: takerMessageSchema }),
  v.object({ type: v.literal("chunk-ack"), hash: mediaHashSchema, index: count }),
  /** The person pressed a button whose place is in the extension. */
  v.object({ type: v.literal("open-extension"), where: v.picklist(["book", "inbox"]) }),
]);
/** What the app says over the link. */
export type AppBody = v.InferOutput<typeof appBodySchema>;

const extensionBodySchema = v.variant("type", [
  v.object({ type: v.literal("probe"), blob: someObject }),
  v.object({
    type: v.literal("place"),
    /** Where this PC's library is: in the extension, or in the app that is spoken to. */
    library: v.picklist(["extension", "app"]),
    /** Whether the extension's own library holds nothing that counts. */
    blank: v.boolean(),
  }),
  v.object({ type: v.literal("left-behind"), count }),
  v.object({ type: v.literal("say"), message: giverMessageSchema }),
  v.object({
    type: v.literal("chunk"),
    clip: recordIdSchema,
    hash: mediaHashSchema,
    /** Of the whole file, in bytes. */
    size: v.pipe(count, v.maxValue(CHUNKED_LIMIT)),
    index: count,
    data: v.pipe(v.string(), v.maxLength((CHUNK_BYTES / 3) * 4)),
  }),
  /** Said by the relay itself: the background is gone, for now or for good. */
  v.object({ type: v.literal("parted") }),
]);
/** What the extension says over the link; a Blob in it is checked to be one by the app. */
export type ExtensionBody = v.InferOutput<typeof extensionBodySchema>;

/** A frame from the app's page. */
export const appFrameSchema = v.object({ protocol, session, body: appBodySchema });
/** A frame from the app's page; see `appFrameSchema`. */
export type AppFrame = v.InferOutput<typeof appFrameSchema>;

/** A frame from the extension. */
export const extensionFrameSchema = v.object({ protocol, session, body: extensionBodySchema });
/** A frame from the extension; see `extensionFrameSchema`. */
export type ExtensionFrame = v.InferOutput<typeof extensionFrameSchema>;
