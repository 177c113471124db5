import type { ArticleCopy, Courseware } from "@dianbo/shared/courseware";
import { type RefObject, useState } from "react";
import { useCleanArticle } from "../../../app/use-clean-article.ts";
import type { RoomKey } from "../room-keys.ts";
import type { Saying } from "../room-state.ts";
import { useRoomWords } from "../room-words.ts";
import { nextPoints } from "./article-pages.ts";
import { PagedHtml } from "./paged-html.tsx";
import type { StagePart } from "./stage-part.ts";
import { useReadingAloud } from "./use-reading-aloud.ts";

/** An article in large print, page by page; a voice of this PC reads it where there is one. */
export const ArticlePart = ({
  item,
  copy,
  points: kept,
  controls,
  still,
  onStarted,
  onOver,
  onSay,
  press,
}: StagePart & {
  readonly item: Courseware;
  readonly copy: ArticleCopy;
  /** The size of print of this evening; it outlives the article. */
  readonly points: RefObject<number>;
  readonly onSay: (saying: Saying) => void;
  readonly press: (key: RoomKey) => void;
}) => {
  const words = useRoomWords();
  const article = useCleanArticle(copy);
  const [points, setPoints] = useState(kept.current);
  const aloud = useReadingAloud(`${item.title}。\n${copy.text}`, still);
  const source =
    item.publisher == null
      ? ""
      : words.playing.source(item.publisher, item.publishedAt ?? undefined);
  const tune = (by: 1 | -1): void => {
    kept.current = nextPoints(points, by);
    setPoints(kept.current);
    onSay({ type: "print", points: kept.current });
  };
  return (
    <PagedHtml
      item={item}
      html={article?.html}
      source={source}
      points={points}
      look="article"
      more={[
        [words.keys.smaller, { type: "tune", by: -1 }],
        [words.keys.larger, { type: "tune", by: 1 }],
        ...(aloud.voice
          ? [[aloud.reading ? words.keys.silent : words.keys.aloud, { type: "extra" }] as const]
          : []),
      ]}
      onTune={tune}
      onExtra={() => onSay({ type: "aloud", on: aloud.turn() })}
      controls={controls}
      onStarted={onStarted}
      onOver={onOver}
      press={press}
    />
  );
};
