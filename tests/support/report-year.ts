/** A site's year for the reports: what was shown and who came, as plain rows, and the way to plant them in its book. */
import { commitChanges, create, type FieldPut } from "@dianbo/shared/changes";
import { fixedClock } from "@dianbo/shared/clock";
import { newDeviceId, newRecordId, newWriterId, siteIdSchema } from "@dianbo/shared/identity";
import type { Page } from "playwright-core";
import * as v from "valibot";

/** One showing as somebody would note it by hand. */
export interface PlainShowing {
  readonly on: string;
  readonly titles: readonly { readonly number: number; readonly minutes: number }[];
  readonly members: number | undefined;
  readonly residents: number | undefined;
}

const NUMBERS = [5008, 3018, 1009, 5001, 3020, 2009, 4001, 5008, 3018, 1014, 5008];
/** Showings in each month, as in the drawing of the year's summary; none in its ninth. */
const IN_MONTH = [2, 2, 2, 3, 2, 2, 3, 2, 0, 1, 2, 2];

/** The showings of a year; one of them without a head count. */
export const showingsOfYear = (year: number, months = 12): readonly PlainShowing[] =>
  IN_MONTH.slice(0, months).flatMap((count, month) =>
    Array.from({ length: count }, (_, at): PlainShowing => {
      const turn = month * 3 + at;
      const isUncounted = month === 4 && at === 1;
      return {
        on: `${year}-${String(month + 1).padStart(2, "0")}-${String(6 + at * 8).padStart(2, "0")}`,
        titles: [0, 1].map((film) => ({
          number: NUMBERS[(turn + film * 4) % NUMBERS.length] ?? 1014,
          minutes: 12 + ((turn * 7 + film * 5) % 30),
        })),
        members: isUncounted ? undefined : 8 + ((turn * 5) % 13),
        residents: isUncounted ? undefined : 10 + ((turn * 3) % 17),
      };
    }),
  );

/** Days on which the site was online: one or two a week of the year's first 40 weeks. */
export const downloadsOfYear = (year: number): readonly string[] =>
  Array.from({ length: 40 }, (_, week) =>
    [0, ...(week % 3 === 0 ? [] : [3])].map((day) => {
      const at = new Date(Date.UTC(year, 0, 5 + week * 7 + day));
      return at.toISOString().slice(0, 10);
    }),
  ).flat();

const storedSchema = v.object({
  site: siteIdSchema,
  items: v.array(v.object({ id: v.string(), number: v.number(), title: v.string() })),
});

/** What is there to be played: ids and titles by number, and whose book it is. */
const readBook = async (page: Page): Promise<v.InferOutput<typeof storedSchema>> =>
  v.parse(
    storedSchema,
    await page.evaluate(async () => {
      const read = (store: string): Promise<unknown[]> =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open("dianbo-library");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(all.result);
            };
            all.onerror = () => reject(all.error);
          };
        });
      interface Row {
        readonly id: string;
        readonly kind: string;
        readonly fields: Record<string, { readonly value: unknown }[]>;
      }
      const rows: Row[] = JSON.parse(JSON.stringify(await read("records")));
      const meta: { key: string; value: { site?: string } }[] = JSON.parse(
        JSON.stringify(await read("meta")),
      );
      return {
        site: meta.find(({ key }) => key === "identity")?.value.site,
        items: rows
          .filter(({ kind }) => kind === "courseware")
          .map(({ id, fields }) => ({
            id,
            number: fields["number"]?.[0]?.value,
            title: fields["title"]?.[0]?.value,
          })),
      };
    }),
  );

/** Puts the rows into the book's own tables, as another PC of the site would have written them; reload after it. */
export const plantYear = async (
  page: Page,
  showings: readonly PlainShowing[],
  downloads: readonly string[],
): Promise<void> => {
  const { site, items } = await readBook(page);
  let last = 0;
  const newId = (): string => {
    last += 1;
    return `planted-year-${String(last).padStart(12, "0")}`;
  };
  const idOf = newRecordId(newId);
  const puts: FieldPut[] = [];
  for (const { on, titles, members, residents } of showings) {
    for (const [at, { number, minutes }] of titles.entries()) {
      const item = items.find((one) => one.number === number);
      puts.push(
        ...create(
          { id: newRecordId(newId), kind: "playback" },
          {
            item: item?.id ?? idOf,
            // Seven in the evening, Chinese time.
            startedAt: Date.parse(on) + (11 * 60 + at * 45) * 60_000,
            title: item?.title ?? `${number}`,
            number,
            played: { seconds: minutes * 60, completed: true },
          },
        ),
      );
    }
    if (members === undefined && residents === undefined) continue;
    puts.push(
      ...create(
        {
          id: newRecordId(() => `${site.slice(0, 50)}_r${on.replaceAll("-", "")}`),
          kind: "session-report",
        },
        { on, members, residents },
      ),
    );
  }
  for (const date of downloads) {
    puts.push(
      ...create(
        { id: newRecordId(newId), kind: "download" },
        {
          item: idOf,
          date,
          at: Date.parse(date),
          title: "课件",
          kind: "video",
          portal: "a.cn",
          url: "https://a.cn/p",
          keptIn: "browser",
        },
      ),
    );
  }
  const { states } = commitChanges(
    () => undefined,
    { label: { type: "other" }, puts },
    {
      site,
      writer: newWriterId(newDeviceId(newId), newId),
      post: "A",
      counter: 1,
      stamp: { millis: fixedClock(Date.UTC(2025, 0, 1)).now(), tick: 0 },
    },
  );
  await page.evaluate(
    (text) =>
      new Promise<void>((resolve, reject) => {
        const rows: unknown[] = JSON.parse(text);
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction("records", "readwrite");
          for (const row of rows) writing.objectStore("records").put(row);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
    JSON.stringify(states),
  );
  await page.reload();
  await page.locator("main h1").first().waitFor();
};
