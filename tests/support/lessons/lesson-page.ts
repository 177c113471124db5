/** A portal's page with a player of a lesson, and what becomes of the lesson in the extension. */
import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { until } from "../until.ts";

/** A page that plays a lesson, as portals make them. */
export const lessonPage = (title: string, playlist: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<meta name="ArticleTitle" content="${title}"></head>
<body><h1>${title}</h1><video src="${playlist}" controls></video></body></html>`;

/** How a row's file stands. */
export interface RowFile {
  readonly state: string;
  readonly reason?: string;
  readonly received?: number;
  readonly by?: string | null;
  readonly missing?: readonly { readonly from: number; readonly to: number }[];
  readonly file?: {
    readonly hash: string;
    readonly size: number;
    readonly mime: string;
    readonly name: string;
    readonly seconds?: number;
  };
}

/** Puts the row of a lesson into the inbox, on any page of the extension, as clipping does, and wakes the engine. */
export const askForLesson = async (
  page: Page,
  lesson: { readonly url: string; readonly title: string; readonly source?: string },
): Promise<string> => {
  const id = `lesson${randomBytes(9).toString("hex")}`;
  const source = lesson.source ?? new URL("page.html", lesson.url).href;
  await page.evaluate(
    async ({ row }) => {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-inbox");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction("clips", "readwrite");
          writing.objectStore("clips").put({ ...row, clippedAt: 1_795_500_000_000 });
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      });
    },
    {
      row: {
        id,
        kind: "video",
        title: lesson.title,
        source: { url: source, canonical: `${source}#${id}`, portal: new URL(source).hostname },
        fileUrl: lesson.url,
        file: { state: "waiting" },
        tags: [],
        reviewed: false,
      },
    },
  );
  await wakeEngine(page);
  return id;
};

/** Wakes the engine as clipping does, on any page of the extension. */
const wakeEngine = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const channel = new BroadcastChannel("dianbo-downloads");
    const answered = await new Promise<boolean>((resolve) => {
      channel.onmessage = ({ data }) => {
        if (data.type === "looked") resolve(true);
      };
      channel.postMessage({ type: "look" });
      setTimeout(() => resolve(false), 400);
    });
    channel.close();
    if (answered) return;
    await chrome.offscreen
      .createDocument({ url: "offscreen.html", reasons: ["BLOBS"], justification: "test" })
      .catch(() => undefined);
  });

/** How a row's file stands now; `undefined` where the row has left. */
export const fileOfRow = (page: Page, id: string): Promise<RowFile | undefined> =>
  page.evaluate(
    (wanted) =>
      new Promise<RowFile | undefined>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-inbox");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("clips").objectStore("clips").get(wanted);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result?.file);
          };
          reading.onerror = () => reject(reading.error);
        };
      }),
    id,
  );

/** Waits until a lesson is held or has failed. */
export const outcomeOf = async (page: Page, id: string, seconds = 90): Promise<RowFile> => {
  let file: RowFile | undefined;
  await until(
    async () => {
      file = await fileOfRow(page, id);
      return file?.state === "held" || file?.state === "failed";
    },
    `the end of ${id}`,
    seconds,
  );
  if (file === undefined) throw new Error("the row is gone");
  return file;
};

/** Writes a held file of the page's origin into a folder of this machine. */
export const takeOut = async (page: Page, hash: string, path: string): Promise<void> => {
  const saving = page.waitForEvent("download");
  await page.evaluate(async (wanted) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("media");
    const file = await (await folder.getFileHandle(wanted)).getFile();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${wanted}.mp4`;
    link.click();
  }, hash);
  await (await saving).saveAs(path);
};

/** Names of files that lie half written in the page's origin. */
export const incomingFiles = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    try {
      const folder = await root.getDirectoryHandle("incoming");
      for await (const name of folder.keys()) names.push(name);
    } catch {
      // No such folder: nothing was ever begun.
    }
    return names;
  });
