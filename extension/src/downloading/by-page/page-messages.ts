import * as v from "valibot";

/** What every port from an open page is called, before the key of its request. */
export const PAGE_PORT = "dianbo-by-page:";

const url = v.pipe(v.string(), v.url(), v.maxLength(8000));
const headers = v.record(v.string(), v.pipe(v.string(), v.maxLength(500)));

/** From a worker to the engine's page: fetch this through the page of the clip. A port for the answer comes along. */
export const byPageRequestSchema = v.object({
  type: v.literal("fetch-by-page"),
  /** The clip's id. */
  id: v.string(),
  url,
  headers,
});
/** A worker's request; see `byPageRequestSchema`. */
export type ByPageRequest = v.InferOutput<typeof byPageRequestSchema>;

/** To the background, which alone may put a script into a tab: have an open tab of this page fetch. */
export const byPageOrderSchema = v.object({
  type: v.literal("dianbo-by-page"),
  /** Names the port on which the tab will answer. */
  key: v.pipe(v.string(), v.maxLength(100)),
  page: url,
  url,
  headers,
});
/** An order to the background; see `byPageOrderSchema`. */
export type ByPageOrder = v.InferOutput<typeof byPageOrderSchema>;

const head = v.object({
  type: v.literal("head"),
  status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  url: v.string(),
  headers: v.pipe(v.array(v.tuple([v.string(), v.string()])), v.maxLength(200)),
});

/** From the tab: the answer's head, then its bytes as they are asked for. JSON is all that old browsers pass on. */
export const tabFrameSchema = v.variant("type", [
  head,
  v.object({ type: v.literal("bytes"), base64: v.pipe(v.string(), v.maxLength(2_000_000)) }),
  v.object({ type: v.literal("end") }),
  v.object({ type: v.literal("broken") }),
]);

/** From the engine's page to the worker: as from the tab, or that no tab of that page can be asked. */
export const workerFrameSchema = v.variant("type", [
  head,
  v.object({ type: v.literal("bytes"), bytes: v.instance(Uint8Array<ArrayBuffer>) }),
  v.object({ type: v.literal("end") }),
  v.object({ type: v.literal("broken") }),
  v.object({ type: v.literal("no-page") }),
]);
/** What the worker hears; see `workerFrameSchema`. */
export type WorkerFrame = v.InferOutput<typeof workerFrameSchema>;

/** From the worker: the next piece, or no more. */
export const readerWordSchema = v.picklist(["more", "stop"]);
/** A word of the reader; see `readerWordSchema`. */
export type ReaderWord = v.InferOutput<typeof readerWordSchema>;
