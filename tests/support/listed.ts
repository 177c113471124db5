/** A list in the panel, and what its queue has kept, for the journeys of whole lists. */
import type { Page } from "playwright-core";
import { clickToolbar, extensionId, type TestBrowser } from "./browser.ts";

/** Presses the toolbar's button on a page and shows the panel in a tab of its own, once it offers a list. */
export const openListPanel = async (browser: TestBrowser, page: Page): Promise<Page> => {
  await clickToolbar(browser, page);
  const background = await browser.background();
  const tab = await background.evaluate(
    async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
  );
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${extensionId()}/panel.html?tab=${tab}`);
  await panel.getByRole("heading", { name: "从这页挑" }).waitFor();
  return panel;
};

/** What a list's queue has kept. */
export interface Stored {
  readonly kept: readonly {
    readonly id: string;
    readonly url: string;
    readonly kind: string;
    readonly number: number;
  }[];
  /** Of each listed item: where it stands, or why it failed. */
  readonly states: readonly string[];
}

/** What stands in the two databases, read from a page of the extension. */
export const storedBy = (page: Page): Promise<Stored> =>
  page.evaluate(async () => {
    const rowsOf = (name: string, store: string): Promise<unknown[]> =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(store).objectStore(store).getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      });
    const read = (from: unknown, ...path: readonly (string | number)[]): unknown =>
      path.reduce<unknown>(
        (value, key) =>
          typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
        from,
      );
    const records = await rowsOf("dianbo-library", "records");
    const listed = await rowsOf("dianbo-inbox", "listed");
    const items = records.map((row) => read(row, "state") ?? row);
    return {
      kept: items
        .filter(
          (row) =>
            read(row, "kind") === "courseware" && read(row, "fields", "source", 0) !== undefined,
        )
        .map((row) => ({
          id: String(read(row, "id")),
          url: String(read(row, "fields", "source", 0, "value", "url")),
          kind: String(read(row, "fields", "kind", 0, "value")),
          number: Number(read(row, "fields", "number", 0, "value")),
        })),
      states: listed.map((row) =>
        String(read(row, "state", "reason") ?? read(row, "state", "state")),
      ),
    };
  });
