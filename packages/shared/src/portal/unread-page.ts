import type { PageSnapshot } from "./page-snapshot.ts";

/** A page of which only the address and a title are known: nobody read it. Enough for a link. */
export const unreadPage = (url: string, title: string): PageSnapshot => ({
  url,
  contentType: "text/html",
  charset: "",
  title,
  metas: [],
  breadcrumb: [],
  headings: [],
  labels: [],
  headText: "",
  baidu: {},
  linkedData: [],
  bodies: [],
  media: [],
  hasStream: false,
  documents: [],
  selection: "",
});
