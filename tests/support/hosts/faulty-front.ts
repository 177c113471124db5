/**
 * What stands before a host and lets things go wrong on purpose: answers in the host's place, breaks off in
 * the middle of what is sent, keeps people waiting. It passes on the rest as it is, and writes down what was asked.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/** One question that came by. */
export interface PassedBy {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  /** Undefined where it was cut. */
  readonly status: number | undefined;
}

/** What goes wrong with a question. */
export type Fault =
  | {
      readonly type: "answer";
      readonly status: number;
      readonly body?: string;
      readonly head?: Record<string, string>;
    }
  /** The line breaks once so many bytes of the body have been passed on. */
  | { readonly type: "cut"; readonly after: number }
  /** Nothing comes back before `front.release()`. */
  | { readonly type: "hold" };

/** A running front. */
export interface Front {
  readonly port: number;
  /** All that came by, in order. */
  readonly passed: PassedBy[];
  /** Says of each question what goes wrong with it; `undefined`: nothing. */
  fault: (asked: Pick<PassedBy, "host" | "method" | "path">) => Fault | undefined;
  /** Lets all that is held go on. */
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

/** Stands before hosts; `portOf` says by the host's name and the path which one is meant. */
export const openFront = async (
  portOf: (host: string, path: string) => number | undefined,
): Promise<Front> => {
  const passed: PassedBy[] = [];
  let held: (() => void)[] = [];

  const passOn = (
    asking: IncomingMessage,
    response: ServerResponse,
    note: (status: number | undefined) => void,
    cutAfter: number,
  ): void => {
    const { url: path = "/", method, headers } = asking;
    const port = portOf(headers.host?.replace(/:\d+$/u, "") ?? "", path);
    if (port === undefined) {
      note(404);
      response.writeHead(404).end();
      return;
    }
    const asked = request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
      note(answer.statusCode);
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    asked.on("error", () => response.destroy());
    response.on("close", () => asked.destroy());
    if (cutAfter === Number.POSITIVE_INFINITY) {
      asking.pipe(asked);
      return;
    }
    let seen = 0;
    asking.on("data", (part: Buffer) => {
      const rest = part.subarray(0, Math.max(0, cutAfter - seen));
      seen += part.length;
      asked.write(rest, () => {
        if (seen < cutAfter) return;
        asked.destroy();
        response.destroy();
      });
    });
    note(undefined);
  };

  const server = createServer((asking, response) => {
    const { url: path = "/", method = "GET", headers } = asking;
    const about = { host: headers.host ?? "", method, path };
    const fault = front.fault(about);
    const note = (status: number | undefined): void => {
      passed.push({ ...about, status });
    };
    switch (fault?.type) {
      case undefined:
        passOn(asking, response, note, Number.POSITIVE_INFINITY);
        break;
      case "answer":
        note(fault.status);
        asking.resume();
        response.writeHead(fault.status, fault.head).end(fault.body);
        break;
      case "cut":
        passOn(asking, response, note, fault.after);
        break;
      case "hold":
        held.push(() => passOn(asking, response, note, Number.POSITIVE_INFINITY));
        break;
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const front: Front = {
    port: typeof address === "object" && address !== null ? address.port : 0,
    passed,
    fault: () => undefined,
    release: () => {
      const all = held;
      held = [];
      for (const go of all) go();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return front;
};
