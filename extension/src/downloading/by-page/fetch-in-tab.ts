/**
 * Runs in an open tab of the portal, beside the page's own scripts: asks with the page's origin and
 * cookies, and gives the bytes piece by piece over a port, each only when it is asked for. The port's end
 * stops it. It must not use anything from outside itself.
 */
export const fetchInTab = (
  portName: string,
  url: string,
  headers: Readonly<Record<string, string>>,
): void => {
  const PIECE = 256 * 1024;
  const port = chrome.runtime.connect({ name: portName });
  const stop = new AbortController();
  let wanted = 0;
  let goOn: (() => void) | undefined;
  port.onMessage.addListener(() => {
    wanted += 1;
    goOn?.();
  });
  port.onDisconnect.addListener(() => {
    stop.abort();
    goOn?.();
  });
  const isAsked = async (): Promise<void> => {
    while (wanted === 0 && !stop.signal.aborted) {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    }
    if (stop.signal.aborted) throw new Error("nobody listens");
    wanted -= 1;
  };
  const base64Of = (bytes: Uint8Array): string => {
    let text = "";
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return btoa(text);
  };
  const ask = (credentials: RequestCredentials): Promise<Response> => {
    // To another host a range alone needs no question beforehand; with If-Range it would.
    const own = new URL(url).origin === location.origin;
    const { "if-range": ifRange, ...others } = headers;
    const sent = own && ifRange !== undefined ? headers : others;
    return fetch(url, { headers: sent, credentials, cache: "no-store", signal: stop.signal });
  };
  const run = async (): Promise<void> => {
    // A host that welcomes every page (`*`) gives nothing to one that sends its cookies along.
    const answer = await ask("include").catch((error: unknown) => {
      if (stop.signal.aborted) throw error;
      return ask("same-origin");
    });
    port.postMessage({
      type: "head",
      status: answer.status,
      url: answer.url,
      headers: [...answer.headers],
    });
    const reader = answer.body?.getReader();
    for (;;) {
      const next = await reader?.read();
      if (next === undefined || next.done) break;
      for (let at = 0; at < next.value.length; at += PIECE) {
        await isAsked();
        port.postMessage({ type: "bytes", base64: base64Of(next.value.subarray(at, at + PIECE)) });
      }
    }
    port.postMessage({ type: "end" });
  };
  run().catch(() => {
    if (!stop.signal.aborted) port.postMessage({ type: "broken" });
  });
};
