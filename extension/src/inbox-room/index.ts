/** What the app inside the extension sees of the extension's inbox. */
export { openInboxSource } from "./inbox-source.ts";
