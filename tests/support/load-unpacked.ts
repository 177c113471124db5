/** What the extensions page does behind 「加载已解压的扩展程序」, without the system's own window for choosing a folder. */
import { extensionId, type TestBrowser } from "./browser.ts";

/**
 * Loads an unpacked extension from a folder into a browser that was started with `extension: "by-hand"`.
 * The browser remembers the folder, as it does after a click on the extensions page.
 * @throws where the folder is no extension, or its id is not ours.
 */
export const loadUnpacked = async (browser: TestBrowser, folder: string): Promise<void> => {
  const owner = browser.context.browser();
  if (owner === null) throw new Error("the context has no browser");
  const session = await owner.newBrowserCDPSession();
  // Playwright's list of commands does not have this one yet.
  const loader: { send(method: string, params: object): Promise<unknown> } = session;
  const loaded = await loader.send("Extensions.loadUnpacked", { path: folder });
  await session.detach();
  if (JSON.stringify(loaded) !== JSON.stringify({ id: extensionId() }))
    throw new Error(`another id: ${JSON.stringify(loaded)}`);
};
