/**
 * Lets two posts, and another site, have written to items of the sample library without having seen each other:
 * a note, tags, a title, a deletion against an edit, one number that two films go by. Written into the browser's store, past every screen: that
 * two PCs come to it by themselves is proved elsewhere.
 */
import type { Page } from "playwright-core";

/** Numbers of the sample library to which something is done. */
const APART = {
  note: 5005,
  tags: 2016,
  title: 3013,
  deletion: 4009,
  shared: 1012,
  sharing: 1013,
} as const;

/** Plants the pairs; the page is opened anew afterwards, so that it reads them. */
export const plantApart = async (page: Page): Promise<void> => {
  await page.evaluate(
    (numbers) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const transaction = db.transaction(["records", "meta"], "readwrite");
          const records = transaction.objectStore("records");
          const all = records.getAll();
          const identity = transaction.objectStore("meta").get("identity");
          transaction.onerror = () => reject(transaction.error);
          transaction.oncomplete = () => {
            db.close();
            resolve();
          };
          identity.onsuccess = () => {
            const own: string = identity.result.value.site;
            const day = (of: number): number => Date.UTC(2026, 10, of, 4);
            const writer = (of: string): string => `${of.repeat(24)}~${of.repeat(24)}`;
            const pen = (of: string, by: string | undefined, site: string, on: number) => {
              const write = { dot: { writer: writer(of), counter: 1 }, site };
              const stamp = { millis: day(on), tick: 0 };
              return (value: unknown) => ({ ...write, stamp, value, ...(by ? { by } : {}) });
            };
            const a = pen("a", "A", own, 20);
            const b = pen("b", "B", own, 21);
            const village = pen("v", undefined, "s".repeat(24), 19);
            const seen = Object.fromEntries(["a", "b", "v"].map((of) => [writer(of), 1]));
            const change = (
              number: number,
              fields: (row: { seen: object; fields: { number: object[] } }) => object,
            ): void => {
              const row = all.result.find(
                (one) => one.fields.number?.[0]?.value === number && one.kind === "courseware",
              );
              if (row === undefined) return;
              records.put({
                ...row,
                seen: { ...row.seen, ...seen },
                fields: { ...row.fields, ...fields(row) },
              });
            };
            change(numbers.note, () => ({
              note: [a("前 5 分钟是广告，从 5:10 开始放"), b("前 6 分钟是广告，可以跳过")],
            }));
            change(numbers.tags, () => ({
              tags: [a(["防骗", "老年人"]), b(["老年人", "手机"])],
            }));
            change(numbers.title, () => ({
              title: [a("农药安全使用常识（方言版）"), village("农药安全使用常识（2026 版）")],
            }));
            change(numbers.sharing, ({ fields }) => ({
              number: fields.number.map((write) => ({ ...write, value: numbers.shared })),
            }));
            change(numbers.deletion, (row) => ({
              deleted: [b({ seen: row.seen })],
              note: [a("讲过两回，大家还要听")],
            }));
          };
        };
      }),
    APART,
  );
  await page.reload();
};
