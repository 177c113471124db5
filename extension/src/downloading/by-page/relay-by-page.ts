import type { NewId } from "@dianbo/shared/identity";
import * as v from "valibot";
import {
  type ByPageOrder,
  type ByPageRequest,
  byPageRequestSchema,
  PAGE_PORT,
  type ReaderWord,
  readerWordSchema,
  tabFrameSchema,
  type WorkerFrame,
} from "./page-messages.ts";

/** A tab that has been told to ask answers within this time, or there is none. */
const ANSWER_MS = 10_000;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Joins the port of a tab with that of a worker, until either ends. */
const join = (tab: chrome.runtime.Port, worker: MessagePort): void => {
  let isOver = false;
  const end = (frame: WorkerFrame | undefined): void => {
    if (isOver) return;
    isOver = true;
    if (frame !== undefined) worker.postMessage(frame);
    tab.disconnect();
    worker.close();
  };
  tab.onMessage.addListener((message: unknown) => {
    const frame = v.safeParse(tabFrameSchema, message);
    if (!frame.success) return end({ type: "broken" });
    if (isOver) return;
    switch (frame.output.type) {
      case "head":
        worker.postMessage(frame.output);
        return;
      case "bytes": {
        const bytes = bytesOf(frame.output.base64);
        const piece: WorkerFrame = { type: "bytes", bytes };
        worker.postMessage(piece, [bytes.buffer]);
        return;
      }
      case "end":
      case "broken":
        end(frame.output);
    }
  });
  // The tab was closed, or went to another page.
  tab.onDisconnect.addListener(() => end({ type: "broken" }));
  worker.onmessage = (event: MessageEvent<unknown>) => {
    const word = v.safeParse(readerWordSchema, event.data);
    if (!word.success || isOver) return;
    const said: ReaderWord = word.output;
    if (said === "stop") end(undefined);
    else tab.postMessage(said);
  };
};

/** Lets the workers of the engine's page ask through open tabs. */
export const openPageRelay = (tools: {
  readonly newId: NewId;
  /** The address of the page that a clip was taken from. */
  readonly pageOf: (id: string) => Promise<string | undefined>;
}): { serve<W extends EventTarget>(worker: W): W } => {
  const waiting = new Map<string, (tab: chrome.runtime.Port) => void>();
  const hear = (port: chrome.runtime.Port): void => {
    if (!port.name.startsWith(PAGE_PORT) || port.sender?.id !== chrome.runtime.id) return;
    const key = port.name.slice(PAGE_PORT.length);
    const take = waiting.get(key);
    waiting.delete(key);
    if (take === undefined) port.disconnect();
    else take(port);
  };
  // Every page that hears a port holds it: an app's relay would not learn that the background it talks to is
  // gone. So tabs are heard only while one is waited for, and the late ones a little longer.
  let asks = 0;
  const listen = (): void => {
    if (asks === 0) chrome.runtime.onConnect.addListener(hear);
    asks += 1;
  };
  const unlisten = (): void => {
    asks -= 1;
    if (asks === 0) chrome.runtime.onConnect.removeListener(hear);
  };

  const ask = async ({ id, url, headers }: ByPageRequest, worker: MessagePort): Promise<void> => {
    const page = await tools.pageOf(id);
    const key = tools.newId();
    listen();
    const connected = new Promise<chrome.runtime.Port>((resolve) => waiting.set(key, resolve));
    const order: ByPageOrder = { type: "dianbo-by-page", key, page: page ?? url, url, headers };
    const isAsked = await chrome.runtime.sendMessage(order).catch(() => false);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, ANSWER_MS, undefined));
    const tab = isAsked === true ? await Promise.race([connected, late]) : undefined;
    waiting.delete(key);
    setTimeout(unlisten, 2 * ANSWER_MS);
    if (tab !== undefined) return join(tab, worker);
    const none: WorkerFrame = { type: "no-page" };
    worker.postMessage(none);
    worker.close();
  };

  return {
    serve: (worker) => {
      worker.addEventListener("message", (event) => {
        if (!(event instanceof MessageEvent)) return;
        const request = v.safeParse(byPageRequestSchema, event.data);
        const [port] = event.ports;
        if (request.success && port !== undefined) void ask(request.output, port);
      });
      return worker;
    },
  };
};
