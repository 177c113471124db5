import type { CategoryHabit, FiledTitle } from "@dianbo/shared/category";
import { type PageSnapshot, unreadPage } from "@dianbo/shared/portal";
import { type PortalRule, readRule } from "@dianbo/shared/portal-rule";
import type { ClipDesk } from "../clipping/clip-desk.ts";
import { type ClipDraft, draftOf } from "../clipping/clip-draft.ts";
import { fetchPictures, picturesOf } from "../clipping/fetch-pictures.ts";
import { findHeld, type Held } from "../clipping/find-held.ts";
import { hostsOf } from "../clipping/host-leave.ts";
import { fileHosts } from "../clipping/needed-hosts.ts";
import { answeredPage } from "../clipping/rule-calls.ts";
import { saveDraft } from "../clipping/save-clip.ts";
import { wholeArticle } from "../clipping/whole-article.ts";
import type { ListedItem } from "../inbox/index.ts";
import { fetchFileAgain } from "./fetch-file-again.ts";
import type { ReadAnswer } from "./messages.ts";

/** What keeping an item needs of the background. */
export interface PageReader {
  read(url: string): Promise<ReadAnswer>;
  /** Which of these hosts nothing may be fetched from. */
  withoutLeave(hosts: readonly string[]): Promise<readonly string[]>;
}

/** What was filed before, for the suggestion where nobody chose a category. */
export interface FiledBefore {
  readonly habits: readonly CategoryHabit[];
  readonly filed: readonly FiledTitle[];
}

const FILM = /\.(?:mp4|m4v|webm|mov|mp3|m4a)$/iu;

/** A page of which only the list knows: a link to another site, or a file that is no page. */
const unopened = ({ link }: ListedItem): PageSnapshot => {
  const { url, kind } = link;
  const isFilm = FILM.test(url.replace(/[?#].*$/u, ""));
  return {
    ...unreadPage(url, link.title),
    media:
      isFilm && kind !== "link"
        ? [{ kind: kind === "audio" ? "audio" : "video", found: "element", url }]
        : [],
  };
};

const isOpened = ({ link }: ListedItem): boolean =>
  !link.offSite && link.kind !== "document" && !FILM.test(link.url.replace(/[?#].*$/u, ""));

/** The draft of a page, completed by what the list said where the page itself says nothing. */
const listedDraft = (
  item: ListedItem,
  page: PageSnapshot,
  { habits, filed }: FiledBefore,
): ClipDraft => {
  const draft = draftOf(page, habits, filed);
  const { recognised } = draft;
  const { title, date } = item.link;
  const isUnsure = recognised.title.source === "page-title" || recognised.title.source === "url";
  return {
    ...draft,
    recognised: {
      ...recognised,
      ...(isUnsure && title !== ""
        ? { title: { value: title.slice(0, 300), source: "label", confidence: 0.8 } }
        : {}),
      ...(recognised.publishedAt === undefined && date !== undefined
        ? { publishedAt: { value: date, source: "label", confidence: 0.8 } }
        : {}),
    },
    edits: { reviewed: item.reviewed },
  };
};

const parsedRules = (rules: readonly unknown[]): readonly PortalRule[] =>
  rules.flatMap((one) => {
    const rule = readRule(one);
    return rule.ok ? [rule.value] : [];
  });

/** The page with what its portal's own data says, and with the further pages of its article. */
const wholePage = async (
  page: PageSnapshot,
  given: readonly unknown[],
  { withoutLeave }: PageReader,
): Promise<PageSnapshot> => {
  const rules = parsedRules(given);
  return await wholeArticle(await answeredPage(page, rules, withoutLeave), rules, withoutLeave);
};

const isOwn = (held: Held, item: ListedItem): boolean =>
  (held.where === "library" ? held.item.id : held.clip.id) === item.id;

/**
 * Keeps one listed item: reads its page, saves it under the item's own id, fetches its pictures. Called
 * again after it was cut off anywhere, it ends the same: nothing is lost and nothing is kept twice.
 */
export const keepListed = async (
  item: ListedItem,
  reader: PageReader,
  before: FiledBefore,
  desk: ClipDesk,
): Promise<ListedItem["state"]> => {
  const read: ReadAnswer = isOpened(item)
    ? await reader.read(item.link.url)
    : { type: "page", page: unopened(item), rules: [] };
  if (read.type === "failed") return { state: "failed", reason: read.reason };
  const page = await wholePage(read.page, read.rules, reader);
  const draft = listedDraft(item, page, before);
  const mayFetch = (await reader.withoutLeave(hostsOf(fileHosts(draft)))).length === 0;
  if (item.again != null) {
    return await fetchFileAgain(draft, { id: item.id, ...item.again, mayFetch }, desk);
  }
  const held = await findHeld(draft.source.canonical, desk);
  if (held !== undefined && !isOwn(held, item)) return { state: "held" };
  if (held === undefined) {
    const category = item.category ?? draft.suggestion?.category;
    const choice = { category, mayFetch, attachments: [], again: item.id };
    const saved = await saveDraft(draft, choice, desk);
    if (!saved.ok) {
      return saved.error.type === "held-already"
        ? { state: "held" }
        : { state: "failed", reason: saved.error.type };
    }
  }
  // Kept before the browser was cut off: its pictures may be missing.
  const pictures = picturesOf(draft, { id: item.id, title: item.link.title });
  if (mayFetch && pictures !== undefined) await fetchPictures(pictures, desk, () => undefined);
  return { state: "kept" };
};
