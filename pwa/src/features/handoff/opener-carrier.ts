import { type GiverMessage, giverMessageSchema, type TakerMessage } from "@dianbo/shared/handoff";
import * as v from "valibot";

/** Only an extension gives; any web page could have opened this one. */
const EXTENSION_ORIGIN = /^(chrome|moz)-extension:\/\/[\w-]+$/u;

/** The part of a window that carries messages; fakes stand in for it in tests. */
export interface TakerWindow {
  readonly opener: {
    postMessage(message: unknown, targetOrigin: string): void;
    readonly closed: boolean;
  } | null;
  addEventListener(type: "message", listener: (event: CarriedEvent) => void): void;
  removeEventListener(type: "message", listener: (event: CarriedEvent) => void): void;
}

/** What is read of a message event. */
export interface CarriedEvent {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

/** The way to the window that opened this page. */
export interface OpenerCarrier {
  /** The extension's origin, once it has spoken. */
  origin(): string | undefined;
  send(message: TakerMessage): void;
  /** Whether the giver's window is gone. */
  gone(): boolean;
  close(): void;
}

/**
 * Carrier 1: messages from the opener, and from nobody else. The first extension that speaks is the
 * giver; its exact origin is the only one answered. Everything else is ignored without an answer.
 */
export const openOpenerCarrier = (
  window: TakerWindow,
  hear: (message: GiverMessage) => void,
): OpenerCarrier => {
  let origin: string | undefined;
  const listen = (event: CarriedEvent): void => {
    if (window.opener === null || event.source !== window.opener) return;
    if (!EXTENSION_ORIGIN.test(event.origin)) return;
    if (origin !== undefined && event.origin !== origin) return;
    const message = v.safeParse(giverMessageSchema, event.data);
    if (!message.success) return;
    origin = event.origin;
    hear(message.output);
  };
  window.addEventListener("message", listen);
  return {
    origin: () => origin,
    send: (message) => {
      if (origin !== undefined) window.opener?.postMessage(message, origin);
    },
    gone: () => window.opener === null || window.opener.closed,
    close: () => window.removeEventListener("message", listen),
  };
};
