import type { PageSnapshot } from "@dianbo/shared/portal";
import type { PortalRule } from "@dianbo/shared/portal-rule";
import { bodiesOf, pictureOf } from "./capture-body.ts";
import { captureByRule } from "./capture-by-rule.ts";
import { followingOf } from "./capture-following.ts";
import { breadcrumbOf, headOf } from "./capture-head.ts";
import { linkedDataOf } from "./capture-linked-data.ts";
import { commentsOf, markedBody, marksOf } from "./capture-marks.ts";
import {
  documentsOf,
  fetchedOf,
  framesOf,
  hasStream,
  mediaOf,
  streamsOf,
} from "./capture-media.ts";
import { blocksOf } from "./page-blocks.ts";
import { resolve, textOf } from "./page-elements.ts";

const metasOf = (document: Document): PageSnapshot["metas"] =>
  [...document.querySelectorAll("meta")].slice(0, 400).flatMap((element) => {
    const name =
      element.getAttribute("name") ??
      element.getAttribute("property") ??
      element.getAttribute("itemprop");
    const content = element.getAttribute("content");
    if (name === null || content === null) return [];
    return [
      {
        name: name.replace(/\s+/gu, "").toLowerCase().slice(0, 200),
        content: content.slice(0, 2000),
      },
    ];
  });

/** The `*_baidu` ids of dozens of Chinese news sites. */
const baiduOf = (document: Document): PageSnapshot["baidu"] => {
  const found: Record<string, string> = {};
  for (const name of ["pubtime", "source", "author", "editor"]) {
    const text = textOf(document.getElementById(`${name}_baidu`)).slice(0, 400);
    if (text !== "") found[name] = text;
  }
  return found;
};

const selectionOf = (document: Document): string => {
  const view = document.defaultView;
  // linkedom, in which `npm run extract` runs, has no selection.
  if (view === null || typeof view.getSelection !== "function") return "";
  return (view.getSelection()?.toString() ?? "").slice(0, 20_000);
};

/**
 * Reads an open page into plain data. The page stays as it is: whatever has to be changed is changed
 * on a copy. What the page says is hostile and is parsed once more where it arrives.
 */
export const capturePage = (
  document: Document,
  location: { readonly href: string },
  /** The rule of the page's host and the families; none where nothing is known. */
  rules: readonly PortalRule[] = [],
): PageSnapshot => {
  const base = location.href;
  const rule = captureByRule(document, base, rules);
  const blocks = blocksOf(document.body);
  const comments = commentsOf(document);
  const head = headOf(document, blocks);
  const bodies = bodiesOf(document, base, {
    blocks,
    title: head.headings[0] ?? "",
    marked: markedBody(document, comments),
  });
  return {
    url: base.slice(0, 8000),
    contentType: document.contentType ?? "text/html",
    charset: document.characterSet ?? "",
    title: (document.title ?? "").slice(0, 2000),
    metas: metasOf(document),
    breadcrumb: breadcrumbOf(document),
    headings: head.headings,
    labels: head.labels,
    headText: head.text,
    baidu: baiduOf(document),
    linkedData: linkedDataOf(document),
    marks: marksOf(document, comments),
    following: followingOf(document, base),
    bodies,
    ...pictureOf(bodies, (address) => resolve(address, base)),
    media: mediaOf(document, base),
    hasStream: hasStream(document),
    streams: streamsOf(document, base),
    documents: documentsOf(document, base),
    fetched: fetchedOf(document),
    frames: framesOf(document, base),
    selection: selectionOf(document),
    ...(rule === undefined ? {} : { rule }),
  };
};
