import type { FieldSource, Found } from "@dianbo/shared/portal";
import type { ReactNode } from "react";
import { type ClipDraft, draftFile } from "../clipping/clip-draft.ts";
import type { PickField } from "../clipping/pick-field.ts";
import { useWords, type Words } from "../locales/index.ts";
import styles from "./clip-panel.module.css";
import { FieldMark } from "./field-mark.tsx";
import { sizeInWords } from "./sizes-in-words.ts";

type Mark = Pick<Found<unknown>, "source" | "confidence">;

const Fact = ({
  name,
  found,
  onPoint,
  children,
}: {
  readonly name: string;
  readonly found: Mark | undefined;
  readonly onPoint?: (() => void) | undefined;
  readonly children: ReactNode;
}) => {
  const words = useWords();
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {found === undefined ? <span className="hint">{words.facts.unknown}</span> : children}
        <FieldMark name={name} found={found} onPoint={onPoint} />
      </dd>
    </>
  );
};

const text = (found: Found<string> | undefined) => (
  <span className="clip" title={found?.value}>
    {found?.value}
  </span>
);

const fileName = (url: string): string => {
  const last =
    url
      .replace(/[?#].*$/u, "")
      .split("/")
      .at(-1) ?? url;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};

/** What will be kept, in one line: size of the picture, minutes, bytes. */
const contentOf = (draft: ClipDraft, words: Words["panel"]): readonly string[] => {
  const { kind, media, minutes, body } = draft.recognised;
  const file = draftFile(draft);
  const parts: (string | undefined)[] = [
    kind === "video" && media?.width !== undefined && media.height !== undefined
      ? words.pixels(media.width, media.height)
      : undefined,
    minutes === undefined
      ? undefined
      : kind === "article"
        ? words.readMinutes(minutes.value)
        : words.minutes(minutes.value),
    kind === "article" ? pictures(body?.html, words) : undefined,
    kind === "document" && file !== undefined ? fileName(file.url) : undefined,
    file?.size === undefined ? undefined : sizeInWords(file.size),
    kind === "link" ? draft.source.portal : undefined,
  ];
  return parts.filter((part) => part !== undefined);
};

const pictures = (html: string | undefined, words: Words["panel"]): string | undefined => {
  const count = html?.match(/<img\b/giu)?.length ?? 0;
  return count === 0 ? undefined : words.pictures(count);
};

const contentMark = (draft: ClipDraft): Mark => {
  const { kind, minutes, body } = draft.recognised;
  const sure = (source: FieldSource): Mark => ({ source, confidence: 1 });
  if (kind === "article") {
    // A reader's guess is taken for what it is; what was pointed at and what a container holds are sure.
    if (body?.from === "person") return sure("person");
    return { source: "body", confidence: body?.from === "readability" ? 0.6 : 0.9 };
  }
  if (kind === "link" || kind === "document") return sure("url");
  return minutes ?? sure("element");
};

/** Publisher, date and content, each with where it was found. */
export const DraftFacts = ({
  draft,
  onPoint,
}: {
  readonly draft: ClipDraft;
  /** Points at a field in the page; missing where nothing is to be changed. */
  readonly onPoint: ((field: PickField) => void) | undefined;
}) => {
  const words = useWords();
  const { kind, publisher, publishedAt } = draft.recognised;
  const point = (field: PickField) => (onPoint === undefined ? undefined : () => onPoint(field));
  return (
    <dl className={styles.facts}>
      <Fact name={words.facts.publisher} found={publisher} onPoint={point("publisher")}>
        {text(publisher)}
      </Fact>
      <Fact name={words.facts.date} found={publishedAt} onPoint={point("publishedAt")}>
        <span className="n">{publishedAt?.value}</span>
      </Fact>
      <Fact
        name={words.facts[kind]}
        found={contentMark(draft)}
        onPoint={kind === "article" || kind === "link" ? point("body") : undefined}
      >
        <span className="n clip">{contentOf(draft, words).join(" · ")}</span>
      </Fact>
    </dl>
  );
};
