import { type GiverMessage, type TakerMessage, takerMessageSchema } from "@dianbo/shared/handoff";
import * as v from "valibot";

/** The part of the own window that carries messages. */
export interface GiverWindow {
  addEventListener(type: "message", listener: (event: HeardEvent) => void): void;
  removeEventListener(type: "message", listener: (event: HeardEvent) => void): void;
}

/** What is read of a message event. */
export interface HeardEvent {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

/** The app's window, opened by us. */
export interface OpenedWindow {
  postMessage(message: unknown, targetOrigin: string): void;
  readonly closed: boolean;
}

/** The way to the app's window. */
export interface WindowCarrier {
  send(message: GiverMessage): void;
  gone(): boolean;
  close(): void;
}

/**
 * Carrier 1, giving side: speaks to the window that was opened, at the app's exact origin, and hears
 * only that window at that origin.
 */
export const openWindowCarrier = (
  own: GiverWindow,
  opened: OpenedWindow,
  address: string,
  hear: (message: TakerMessage) => void,
): WindowCarrier => {
  const origin = new URL(address).origin;
  const listen = (event: HeardEvent): void => {
    if (event.source !== opened || event.origin !== origin) return;
    const message = v.safeParse(takerMessageSchema, event.data);
    if (message.success) hear(message.output);
  };
  own.addEventListener("message", listen);
  return {
    send: (message) => opened.postMessage(message, origin),
    gone: () => opened.closed,
    close: () => own.removeEventListener("message", listen),
  };
};
