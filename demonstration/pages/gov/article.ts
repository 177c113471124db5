import type { Entry } from "../site.ts";

/** An article of the government site, as its editor filed it. */
export type GovArticle = {
  /** Below the site's root: `bmfw/YYYYMM/tYYYYMMDD_<number>.shtml`. */
  path: string;
  title: string;
  /** The column as the page tags name it. */
  column: string;
  /** Civil time, `YYYY-MM-DD HH:mm`. */
  date: string;
  source: string;
  author: string;
  keywords: readonly string[];
  description: string;
  /** Markup of the body. */
  body: string;
  /** Cover for the page tag `Image`, relative as on real sites. */
  image?: string;
  attachments?: readonly { href: string; text: string }[];
  /** What lies beside the page: file name in the address → entry. */
  beside?: Readonly<Record<string, Entry>>;
  charset?: "gb18030";
};
