import * as v from "valibot";
import { type CodeRequest, codeReplySchema } from "./code-messages.ts";
import CodeWorker from "./code-worker.ts?worker";

/** Reads QR codes in a worker of its own. */
export interface CodeDesk {
  /**
   * What the codes in a picture say, at most `most` of them; `undefined` where this machine cannot read
   * any. The picture is used up.
   */
  readonly read: (picture: ImageBitmap, most: number) => Promise<readonly string[] | undefined>;
  readonly close: () => void;
}

/** Opens the desk; its wasm is fetched with the first picture, from where the app itself lies. */
export const openCodeDesk = (): CodeDesk => {
  const worker = new CodeWorker();
  const waiting = new Map<number, (texts: readonly string[] | undefined) => void>();
  let job = 0;
  let broken = false;
  const giveUp = (): void => {
    broken = true;
    for (const settle of waiting.values()) settle(undefined);
    waiting.clear();
  };
  worker.addEventListener("error", giveUp);
  worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const reply = v.safeParse(codeReplySchema, data);
    if (!reply.success) return;
    const { job: done, texts, failed } = reply.output;
    waiting.get(done)?.(failed === true ? undefined : texts);
    waiting.delete(done);
  });
  return {
    read: (picture, most) => {
      if (broken) {
        picture.close();
        return Promise.resolve(undefined);
      }
      job += 1;
      const request: CodeRequest = { job, picture, most };
      const answered = new Promise<readonly string[] | undefined>((resolve) => {
        waiting.set(request.job, resolve);
      });
      worker.postMessage(request, [picture]);
      return answered;
    },
    close: () => {
      giveUp();
      worker.terminate();
    },
  };
};
