/** WebDriver BiDi (W3C), the protocol that Firefox speaks by itself: as much of it as the journeys need. */

/** A value as the browser sends it back; what cannot be sent as plain data has no value. */
export type BidiValue = string | number | boolean | null | undefined;

/** An open tab as the browser lists it. */
export interface BidiContext {
  readonly context: string;
  readonly url: string;
}

interface Evaluated {
  readonly type: "success" | "exception";
  readonly result?: { readonly value?: BidiValue };
  readonly exceptionDetails?: { readonly text: string };
}

interface Answer {
  readonly id: number;
  readonly type: "success" | "error";
  readonly error?: string;
  readonly message?: string;
}

/** One session with a running browser. A command that the browser refuses rejects with its own words. */
export interface BidiSession {
  /** Every tab, or with `chrome` the windows that the browser itself is drawn in. */
  contexts(scope?: "chrome"): Promise<readonly BidiContext[]>;
  /** Runs an expression in a tab or window and hands its value back; promises are awaited. */
  evaluate(context: string, expression: string): Promise<BidiValue>;
  openTab(): Promise<string>;
  navigate(context: string, url: string): Promise<void>;
  activate(context: string): Promise<void>;
  closeTab(context: string): Promise<void>;
  /** Presses keys one after another in a tab, as real ones (they count as a person's doing). */
  press(context: string, keys: readonly string[]): Promise<void>;
  /** Installs a zipped extension to stay, as a person does who opens the file. */
  installExtension(zip: string): Promise<void>;
  /** Ends the browser in good order. */
  closeBrowser(): Promise<void>;
}

const open = async (address: string): Promise<WebSocket> => {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error(`nobody answers at ${address}`));
  });
  return socket;
};

/** Begins a session with the browser that listens at `ws://host:port`. */
export const beginBidiSession = async (address: string): Promise<BidiSession> => {
  const socket = await open(`${address}/session`);
  const waiting = new Map<number, (answer: string) => void>();
  const gone = new Promise<never>((_resolve, reject) => {
    socket.addEventListener("close", () => reject(new Error("the browser is gone")));
  });
  // It goes at the end of every test; only a command that still waits for it minds.
  gone.catch(() => undefined);
  let last = 0;
  socket.onmessage = ({ data }: MessageEvent<string>) => {
    const answer: Partial<Answer> = JSON.parse(data);
    if (answer.id !== undefined) waiting.get(answer.id)?.(data);
  };
  const send = async (method: string, params: object = {}): Promise<string> => {
    last += 1;
    const id = last;
    const answered = new Promise<string>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const text = await Promise.race([answered, gone]);
    waiting.delete(id);
    const answer: Answer = JSON.parse(text);
    if (answer.type === "error") throw new Error(`${method}: ${answer.error} ${answer.message}`);
    return text;
  };
  await send("session.new", { capabilities: {} });
  return {
    contexts: async (scope) => {
      const text = await send("browsingContext.getTree", {
        maxDepth: 0,
        ...(scope === undefined ? {} : { "moz:scope": scope }),
      });
      const answer: { readonly result: { readonly contexts: readonly BidiContext[] } } =
        JSON.parse(text);
      return answer.result.contexts;
    },
    evaluate: async (context, expression) => {
      const text = await send("script.evaluate", {
        expression,
        target: { context },
        awaitPromise: true,
      });
      const { result }: { readonly result: Evaluated } = JSON.parse(text);
      if (result.type === "exception") throw new Error(result.exceptionDetails?.text);
      return result.result?.value;
    },
    openTab: async () => {
      const text = await send("browsingContext.create", { type: "tab" });
      const answer: { readonly result: { readonly context: string } } = JSON.parse(text);
      return answer.result.context;
    },
    navigate: async (context, url) => {
      await send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    activate: async (context) => {
      await send("browsingContext.activate", { context });
    },
    closeTab: async (context) => {
      await send("browsingContext.close", { context });
    },
    press: async (context, keys) => {
      const actions = keys.flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      await send("input.performActions", {
        context,
        actions: [{ type: "key", id: "keyboard", actions }],
      });
    },
    installExtension: async (zip) => {
      await send("webExtension.install", {
        extensionData: { type: "archivePath", path: zip },
        "moz:permanent": true,
      });
    },
    closeBrowser: async () => {
      await send("browser.close");
    },
  };
};
