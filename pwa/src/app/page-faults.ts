import { faultNamed, scriptNumber } from "@dianbo/shared/events";
import type { EventLog, Happening } from "./event-ring.ts";

/** `at draw (https://host/assets/library-Cq.js:3:41)`: the address up to the script's name, name, line, column. */
const FRAME = /((?:[a-z-]+:\/\/)[^\s()]*\/)([^/\s()]+?):(\d+):(\d+)\)?$/mu;

/**
 * What of an error may be told: its kind and, where it happened in our own script, a number for that
 * script with line and column. Its message is never looked at: it may quote a title or an address.
 */
export const faultOf = (error: unknown, ownAddress: string): Happening => {
  const fault = faultNamed(error instanceof Error ? error.name : "other");
  const frame = FRAME.exec(error instanceof Error ? (error.stack ?? "") : "");
  const [, folder = "", script = "", line, column] = frame ?? [];
  if (frame === null || !folder.startsWith(ownAddress)) {
    return { type: "fault", fault, script: 0, line: 0, column: 0 };
  }
  return {
    type: "fault",
    fault,
    script: scriptNumber(script),
    line: Number(line),
    column: Number(column),
  };
};

/** The folder our own pages and scripts are served from. */
export const ownAddress = (): string => new URL(".", location.href).href;

/** Writes every error that nobody caught into the log. */
export const watchPageFaults = (log: EventLog, page: Window): void => {
  page.addEventListener("error", (event) => log.record(faultOf(event.error, ownAddress())));
  page.addEventListener("unhandledrejection", (event) =>
    log.record(faultOf(event.reason, ownAddress())),
  );
};
