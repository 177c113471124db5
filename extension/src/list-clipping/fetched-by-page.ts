import * as v from "valibot";

/** Bytes of a page of a list; a longer one is none. */
const LARGEST = 4_000_000;
const fetchedSchema = v.object({ url: v.string(), html: v.pipe(v.string(), v.maxLength(LARGEST)) });

/**
 * Runs in the open page, whose own origin, cookies and Referer the portal knows; it must not use anything
 * from outside itself. Old portals say their charset only in the page.
 */
const fetchInPage = async (
  url: string,
  form: Readonly<Record<string, string>> | null,
  most: number,
): Promise<{ url: string; html: string } | null> => {
  const answer = await fetch(url, {
    credentials: "include",
    signal: AbortSignal.timeout(20_000),
    ...(form === null ? {} : { method: "POST", body: new URLSearchParams(form) }),
  });
  const reader = answer.ok ? answer.body?.getReader() : undefined;
  if (reader === undefined) return null;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
  }
  const bytes = await new Blob(pieces).arrayBuffer();
  const head = new TextDecoder("latin1").decode(bytes.slice(0, 4096));
  const named =
    /charset=["']?([\w-]+)/iu.exec(answer.headers.get("content-type") ?? "")?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ??
    "utf-8";
  const label = /^gb/iu.test(named) ? "gb18030" : named;
  return { url: answer.url || url, html: new TextDecoder(label).decode(bytes) };
};

/** What the open page gets from an address of its own site; `undefined` where it gets nothing, or too much. */
export const fetchedByPage = async (
  tab: number,
  wanted: {
    readonly url: string;
    /** Fields to post. */
    readonly form: Readonly<Record<string, string>> | undefined;
    /** The most bytes. */
    readonly most?: number;
  },
): Promise<v.InferOutput<typeof fetchedSchema> | undefined> => {
  try {
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: tab },
      func: fetchInPage,
      args: [wanted.url, wanted.form ?? null, wanted.most ?? LARGEST],
    });
    const page = v.safeParse(fetchedSchema, result?.result);
    return page.success ? page.output : undefined;
  } catch {
    return undefined;
  }
};
