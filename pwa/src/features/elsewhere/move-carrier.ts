import { type MoveMessage, moveMessageSchema } from "@dianbo/shared/handoff";
import * as v from "valibot";

/** The part of the own window that carries messages; fakes stand in for it in tests. */
export interface OwnWindow {
  addEventListener(type: "message", listener: (event: CarriedEvent) => void): void;
  removeEventListener(type: "message", listener: (event: CarriedEvent) => void): void;
}

/** The other home's window. */
export interface OtherWindow {
  postMessage(message: unknown, targetOrigin: string): void;
  readonly closed: boolean;
}

/** What is read of a message event. */
export interface CarriedEvent {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

/** The way to the other home. */
export interface MoveCarrier {
  send(message: MoveMessage): void;
  gone(): boolean;
  close(): void;
}

/** Only an extension may open a hosted app to move a library; any web page could have opened it. */
export const isExtensionOrigin = (origin: string): boolean =>
  /^(chrome|moz)-extension:\/\/[\w-]+$/u.test(origin);

/**
 * Speaks with one window at one exact origin and hears nobody else. The extension knows the origin; the
 * hosted app takes that of the first extension that speaks.
 */
export const openMoveCarrier = (
  own: OwnWindow,
  other: OtherWindow,
  mayBe: (origin: string) => boolean,
  known: string | undefined,
  hear: (message: MoveMessage) => void,
): MoveCarrier => {
  let origin = known;
  const listen = (event: CarriedEvent): void => {
    if (event.source !== other || !mayBe(event.origin)) return;
    if (origin !== undefined && event.origin !== origin) return;
    const message = v.safeParse(moveMessageSchema, event.data);
    if (!message.success) return;
    origin = event.origin;
    hear(message.output);
  };
  own.addEventListener("message", listen);
  return {
    send: (message) => {
      if (origin !== undefined) other.postMessage(message, origin);
    },
    gone: () => other.closed,
    close: () => own.removeEventListener("message", listen),
  };
};
