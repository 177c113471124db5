import type { FieldSource, Found } from "@dianbo/shared/portal";
import type { ReactNode } from "react";
import { type ClipDraft, draftFile } from "../clipping/clip-draft.ts";
import { useWords, type Words } from "../locales/index.ts";
import styles from "./clip-panel.module.css";
import { sizeInWords } from "./sizes-in-words.ts";

const Fact = ({
  name,
  source,
  children,
}: {
  readonly name: string;
  readonly source: FieldSource | undefined;
  readonly children: ReactNode;
}) => {
  const words = useWords();
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {source === undefined ? <span className="hint">{words.facts.unknown}</span> : children}
        {source === undefined ? null : (
          <span className={styles.source}>{words.sources[source]}</span>
        )}
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

const contentSource = (draft: ClipDraft): FieldSource => {
  const { kind, minutes } = draft.recognised;
  if (kind === "link" || kind === "document") return "url";
  return minutes?.source ?? (kind === "article" ? "body" : "element");
};

/** Publisher, date and content, each with where it was found. */
export const DraftFacts = ({ draft }: { readonly draft: ClipDraft }) => {
  const words = useWords();
  const { kind, publisher, publishedAt } = draft.recognised;
  return (
    <dl className={styles.facts}>
      <Fact name={words.facts.publisher} source={publisher?.source}>
        {text(publisher)}
      </Fact>
      <Fact name={words.facts.date} source={publishedAt?.source}>
        <span className="n">{publishedAt?.value}</span>
      </Fact>
      <Fact name={words.facts[kind]} source={contentSource(draft)}>
        <span className="n clip">{contentOf(draft, words).join(" · ")}</span>
      </Fact>
    </dl>
  );
};
