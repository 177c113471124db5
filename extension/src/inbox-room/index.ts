/** What the app inside the extension sees of the extension's inbox. */
export { openExtensionHomes } from "./extension-homes.ts";
export { openInboxSource } from "./inbox-source.ts";
