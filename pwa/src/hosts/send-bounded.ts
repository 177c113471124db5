/** How long a host may take for an answer, in milliseconds, and how many bytes a second a slow line sends at least. */
const PATIENCE = 60_000;
const SLOWEST = 8_000;

/** What is sent. */
export interface Outgoing {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | undefined;
  /** Bytes of the answer that are read at most. */
  readonly limit: number;
}

/** What came back; a body of `undefined` was over the limit. */
export interface Incoming {
  readonly status: number;
  readonly moved: boolean;
  readonly body: Uint8Array | undefined;
}

const bodyOf = async (answer: Response, limit: number): Promise<Uint8Array | undefined> => {
  if (answer.body === null) return new Uint8Array();
  const reader = answer.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > limit) return undefined;
      parts.push(value);
    }
  } finally {
    // Whoever has read enough lets the line go.
    await reader.cancel().catch(() => undefined);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/**
 * Asks a host once: no cookies, nobody followed, nothing remembered, and no question of the browser's for a
 * password. `undefined` where there was no answer, it broke off, or `stop` said so.
 */
export const sendBounded = async (
  { method, address, headers, body, limit }: Outgoing,
  stop?: AbortSignal,
): Promise<Incoming | undefined> => {
  const leaving = new AbortController();
  const leave = (): void => leaving.abort();
  const patience = PATIENCE + ((body?.length ?? 0) / SLOWEST) * 1_000;
  const timer = setTimeout(leave, patience);
  stop?.addEventListener("abort", leave);
  try {
    if (stop?.aborted === true) return undefined;
    const answer = await fetch(address, {
      method,
      headers,
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : new Blob([new Uint8Array(body)]) }),
      credentials: "omit",
      redirect: "manual",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: leaving.signal,
    });
    const moved = answer.type === "opaqueredirect";
    return { status: answer.status, moved, body: await bodyOf(answer, limit) };
  } catch {
    // No network, no such host, one that pages may not ask, a certificate that is none, or too long.
    return undefined;
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener("abort", leave);
  }
};
