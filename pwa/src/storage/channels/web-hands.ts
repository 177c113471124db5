import type { WebAnswer, WebHands } from "@dianbo/shared/channel";

/** A host that trickles its answer for longer than this is left. Milliseconds. */
const PATIENCE = 60_000;

/** A whole number of a header; none where a host says something else. */
const numberIn = (answer: Response, header: string): number | undefined => {
  const said = answer.headers.get(header);
  return said !== null && /^\d{1,12}$/u.test(said) ? Number(said) : undefined;
};

async function* partsOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever has read enough lets the line go.
    await reader.cancel().catch(() => undefined);
  }
}

const answerOf = (answer: Response): WebAnswer => ({
  status: answer.status,
  moved: answer.type === "opaqueredirect",
  length: numberIn(answer, "Content-Length"),
  retryAfter: numberIn(answer, "Retry-After"),
  parts: partsOf(answer.body),
});

/**
 * Asks hosts by the browser's own means: without cookies, without saying from where, following nobody.
 * `fresh` lets the browser ask whether what it remembers still holds (If-None-Match, If-Modified-Since).
 */
export const webHands = (random: () => number): WebHands => ({
  get: async (address, fresh) => {
    try {
      return answerOf(
        await fetch(address, {
          credentials: "omit",
          redirect: "manual",
          referrerPolicy: "no-referrer",
          cache: fresh ? "no-cache" : "force-cache",
          signal: AbortSignal.timeout(PATIENCE),
        }),
      );
    } catch {
      // No network, no such host, or one that pages may not ask.
      return undefined;
    }
  },
  wait: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
  random,
});
