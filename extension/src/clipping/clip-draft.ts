import {
  type Category,
  type CategoryHabit,
  type CategorySuggestion,
  type FiledTitle,
  suggestCategory,
  suggestTags,
  type TagSuggestion,
} from "@dianbo/shared/category";
import type { Clip } from "@dianbo/shared/clip";
import type { CivilDate, Clock, Minutes } from "@dianbo/shared/clock";
import { canonicalUrl, type Source } from "@dianbo/shared/courseware";
import type { Post, RecordId } from "@dianbo/shared/identity";
import { type TextMark, textMarkOf } from "@dianbo/shared/likeness";
import {
  type CapturedBody,
  type CapturedDocument,
  type Found,
  type PageSnapshot,
  type Recognised,
  recognise,
} from "@dianbo/shared/portal";

/** What the person changed by hand; what is missing stands as it was recognised. */
export interface DraftEdits {
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly reviewed?: boolean;
  readonly withFile?: boolean;
  /** The next three were pointed at in the page. */
  readonly publisher?: string;
  readonly publishedAt?: CivilDate;
  readonly body?: CapturedBody;
  /** What looks the same is held, and this is kept beside it. */
  readonly keepBoth?: boolean;
}

/** One thing that a click on 存下 keeps: what was recognised and what was changed by hand. */
export interface ClipDraft {
  /** What was read, for recognising again when more is known. */
  readonly page: PageSnapshot;
  readonly recognised: Recognised;
  readonly source: Source;
  readonly suggestion: CategorySuggestion | undefined;
  /** Tags to choose from. */
  readonly tags: readonly TagSuggestion[];
  readonly edits: DraftEdits;
}

const hostOf = (url: string): string => {
  try {
    return new URL(url).hostname;
  } catch {
    return "";
  }
};

/** The source of a clip from the page's own address. */
export const sourceOf = (url: string): Source => ({
  url: url.slice(0, 2000),
  canonical: canonicalUrl(url).slice(0, 2000),
  portal: hostOf(url).slice(0, 255),
});

/** What a page can be clipped as, before anybody changed a thing. */
export const draftOf = (
  page: PageSnapshot,
  habits: readonly CategoryHabit[],
  filed: readonly FiledTitle[] = [],
): ClipDraft => {
  const recognised = recognise(page);
  const source = sourceOf(recognised.url);
  return {
    page,
    recognised,
    source,
    suggestion: suggestCategory(
      {
        host: source.portal,
        column: recognised.column?.value,
        columnCategory: recognised.columnCategory,
        title: recognised.title.value,
        keywords: recognised.keywords,
      },
      habits,
      filed,
    ),
    tags: suggestTags({ title: recognised.title.value, keywords: recognised.keywords }, filed),
    edits: {},
  };
};

const pointed = <T>(value: T): Found<T> => ({ value, source: "person", confidence: 1 });

/** A draft with what was changed by hand; what was pointed at in the page stands as if it had been recognised. */
export const withEdits = (draft: ClipDraft, edits: DraftEdits): ClipDraft => {
  const { publisher, publishedAt, body } = edits;
  const { kind } = draft.recognised;
  return {
    ...draft,
    edits,
    recognised: {
      ...draft.recognised,
      ...(publisher === undefined ? {} : { publisher: pointed(publisher) }),
      ...(publishedAt === undefined ? {} : { publishedAt: pointed(publishedAt) }),
      // A page that was a mere link becomes an article once its text is shown.
      ...(body === undefined ? {} : { body, kind: kind === "link" ? "article" : kind }),
    },
  };
};

/** The same draft once more of its page is known; what was changed by hand stays. */
export const withPage = (draft: ClipDraft, page: PageSnapshot): ClipDraft =>
  withEdits({ ...draft, page, recognised: recognise(page) }, draft.edits);

/** The mark of an article's text, by which its reprint is known. */
export const textMarkOfDraft = ({ recognised }: ClipDraft): TextMark | undefined =>
  recognised.kind === "article" && recognised.body !== undefined
    ? textMarkOf(recognised.body.text)
    : undefined;

/** The title as it will be kept. */
export const draftTitle = (draft: ClipDraft): Found<string> => {
  const typed = draft.edits.title?.trim();
  return typed === undefined || typed === "" || typed === draft.recognised.title.value
    ? draft.recognised.title
    : { value: typed.slice(0, 300), source: "person", confidence: 1 };
};

/** The file that comes along: the film, the sound, the document; nothing for an article or a link. */
export const draftFile = (
  draft: ClipDraft,
): { readonly url: string; readonly size: number | undefined } | undefined => {
  const { kind, media, documents } = draft.recognised;
  const file: { url: string; size?: number | undefined } | undefined =
    kind === "document" ? documents[0] : media;
  if (kind === "article" || kind === "link" || file === undefined) return undefined;
  return { url: file.url, size: file.size };
};

/** Whether the file is to be fetched. */
export const wantsFile = (draft: ClipDraft): boolean =>
  draftFile(draft) !== undefined && draft.edits.withFile !== false;

/** Documents that hang on the page besides the clip's own file. */
export const attachmentsOf = (draft: ClipDraft): readonly CapturedDocument[] =>
  draft.recognised.kind === "document"
    ? draft.recognised.documents.slice(1)
    : draft.recognised.documents;

/** The clip as it will stand in the inbox, its file still to come. */
export const clipOfDraft = (
  draft: ClipDraft,
  choice: {
    readonly id: RecordId;
    readonly category: Category | undefined;
    readonly clock: Clock;
    readonly post: Post | undefined;
  },
): Clip => {
  const { recognised, source, edits } = draft;
  const file = wantsFile(draft) ? draftFile(draft) : undefined;
  const date: CivilDate | undefined = recognised.publishedAt?.value;
  const minutes: Minutes | undefined = recognised.minutes?.value;
  return {
    id: choice.id,
    kind: recognised.kind,
    title: draftTitle(draft).value,
    publisher: recognised.publisher?.value.slice(0, 500) ?? null,
    author: recognised.author?.value.slice(0, 500) ?? null,
    publishedAt: date ?? null,
    minutes: minutes ?? null,
    source,
    column: recognised.column?.value.slice(0, 200) ?? null,
    fileUrl: file?.url.slice(0, 4000) ?? null,
    file: file === undefined ? { state: "none" } : { state: "waiting" },
    article: null,
    cover: null,
    category: choice.category ?? null,
    tags: [...(edits.tags ?? [])],
    reviewed: edits.reviewed === true,
    clippedAt: choice.clock.now(),
    clippedBy: choice.post ?? null,
    textMark: textMarkOfDraft(draft) ?? null,
  };
};
