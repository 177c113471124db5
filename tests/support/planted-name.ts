/** A name that occurs nowhere else, planted in all that names people, and the places where it must not turn up. */
import type { Page } from "playwright-core";

/** The name. */
export const NAME = "独孤不败";
/** A courseware's title, which is found wherever it belongs: the search is known to see. */
export const CONTROL = "八段锦教学";

/** A loaded machine takes its time. */
const SOON = { timeout: 20_000 };

/** Plants the name in roster, roll call, feedback, posts and repair log, by the rooms' own forms. */
export const plantName = async (page: Page, go: (hash: string) => Promise<void>): Promise<void> => {
  const press = (name: string | RegExp): Promise<void> =>
    page.getByRole("button", { name }).first().click();
  await go("#/ledgers/rosters");
  await page.getByLabel("贴在这里").fill(`姓名\t支部\n${NAME}\t第一党支部\n王〇一\t第一党支部`);
  await press(/收下 \d 人/u);
  await page.getByText(/收下了 \d 人/u).waitFor(SOON);
  await page.getByText(NAME).first().waitFor(SOON);
  await go("#/ledgers/roll");
  await page.locator("tr[data-person]").first().waitFor(SOON);
  await press("剩下的都到了");
  await page.getByRole("button", { name: `${NAME}：病` }).click();
  await go("#/ledgers/book/feedback");
  await page.getByLabel("对应节目（必填）").fill("八段锦教学");
  await page.getByLabel(/对内容的意见/u).fill(`${NAME}说讲得慢一点`);
  await page.getByLabel(/想看什么/u).fill(`${NAME}想看腌菜`);
  await page.getByLabel(/署名/u).fill(NAME);
  await press("记下");
  await page.getByText("记下了。", { exact: true }).waitFor(SOON);
  await go("#/ledgers/book/posts");
  await page.getByLabel("岗位（必填）").selectOption({ label: "副组长" });
  await page.getByLabel(/姓名/u).fill(NAME);
  await page.getByLabel(/管什么/u).fill("放映");
  await press("记下");
  await page.getByText("记下了。", { exact: true }).waitFor(SOON);
  await go("#/ledgers/book/repair");
  await page.getByLabel("设备（必填）").fill("投影机");
  await page.getByLabel("故障现象（必填）").fill("不亮");
  await press("后来的也一起写");
  await page.getByLabel(/维修人/u).fill(NAME);
  await press("记下");
  await page.getByText("记下了。", { exact: true }).waitFor(SOON);
  // It is there, where it may be.
  await page.getByText(NAME).first().waitFor(SOON);
};

/** Everything the browser keeps for this address but the personal tables: databases, small texts, caches, files with what stands in them. */
export const keptElsewhere = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }, location.href];
    for (const { name = "" } of await indexedDB.databases()) {
      if (name === "dianbo-personal") continue;
      found.push(
        await new Promise((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const db = opening.result;
            if (db.objectStoreNames.length === 0) {
              db.close();
              resolve([]);
              return;
            }
            const reading = db.transaction([...db.objectStoreNames]);
            const rows: unknown[] = [];
            for (const store of db.objectStoreNames) {
              const all = reading.objectStore(store).getAll();
              all.onsuccess = () => rows.push(name, store, all.result);
            }
            reading.oncomplete = () => {
              db.close();
              resolve(rows);
            };
          };
        }),
      );
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      found.push((await cache.keys()).map(({ url }) => url));
    }
    const walk = async (directory: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, handle] of directory.entries()) {
        found.push(name);
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle);
        else if (handle instanceof FileSystemFileHandle) {
          found.push(await (await handle.getFile()).text());
        }
      }
    };
    await walk(await navigator.storage.getDirectory());
    return JSON.stringify(found, (_, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
    );
  });
