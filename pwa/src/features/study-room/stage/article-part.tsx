import type { ArticleCopy, Courseware } from "@dianbo/shared/courseware";
import { useEffect, useRef, useState } from "react";
import { useCleanArticle } from "../../../app/use-clean-article.ts";
import { NumberTag } from "../../../design/number-tag.tsx";
import type { StageOrder } from "../key-meaning.ts";
import type { RoomKey } from "../room-keys.ts";
import { useRoomWords } from "../room-words.ts";
import { articlePage, countPages, showPage } from "./article-pages.ts";
import styles from "./stage.module.css";
import type { StagePart } from "./stage-part.ts";
import { useStageControls } from "./use-stage-controls.ts";

/** How many pixels one unit of the room has at the moment. */
const useUnit = (): number => {
  const measure = (): number => Math.min(innerWidth / 1920, innerHeight / 1080);
  const [unit, setUnit] = useState(measure);
  useEffect(() => {
    const listen = (): void => setUnit(measure());
    addEventListener("resize", listen);
    return () => removeEventListener("resize", listen);
  });
  return unit;
};

/** An article in large print, page by page, in a frame that runs no scripts. */
export const ArticlePart = ({
  item,
  copy,
  controls,
  onStarted,
  onOver,
  press,
}: StagePart & {
  readonly item: Courseware;
  readonly copy: ArticleCopy;
  readonly press: (key: RoomKey) => void;
}) => {
  const words = useRoomWords();
  const article = useCleanArticle(copy);
  const unit = useUnit();
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState(0);
  const [pages, setPages] = useState(1);

  useEffect(() => {
    if (frame.current !== null) showPage(frame.current, page);
  }, [page]);

  const turn = (by: 1 | -1): void => setPage(Math.max(0, Math.min(pages - 1, page + by)));
  const obey = (order: StageOrder): void => {
    switch (order.type) {
      case "enter":
        if (page >= pages - 1) onOver();
        else turn(1);
        return;
      case "sideways":
      case "up-down":
      case "page":
        turn(order.by);
        return;
    }
  };
  useStageControls(controls, { obey, seconds: () => 0 });

  const source =
    item.publisher == null
      ? ""
      : words.playing.source(item.publisher, item.publishedAt ?? undefined);
  return (
    <div className={styles["article"]}>
      <header>
        {item.number == null ? null : <NumberTag number={item.number} />}
        <b className="clip">{item.title}</b>
        <span className="end n">{words.playing.page(page + 1, pages)}</span>
      </header>
      {article === undefined ? (
        <div />
      ) : (
        <iframe
          ref={frame}
          key={unit}
          title={item.title}
          tabIndex={-1}
          sandbox="allow-same-origin"
          srcDoc={articlePage({ title: item.title, source, html: article.html, unit })}
          onLoad={(event) => {
            const count = countPages(event.currentTarget);
            setPages(count);
            setPage(Math.min(page, count - 1));
            showPage(event.currentTarget, Math.min(page, count - 1));
            onStarted();
          }}
        />
      )}
      <footer>
        <button type="button" tabIndex={-1} onClick={() => press({ type: "page", by: -1 })}>
          {words.playing.pageBack}
        </button>
        <button type="button" tabIndex={-1} onClick={() => press({ type: "enter" })}>
          {page >= pages - 1 ? words.keys.next : words.playing.pageOn}
        </button>
        <span className={styles["keys"]}>
          <kbd className="kbd">PgUp</kbd>
          <kbd className="kbd">PgDn</kbd>
          {words.keys.page}
        </span>
        <span className={styles["keys"]}>
          <kbd className="kbd">Esc</kbd>
          {words.keys.backToKeypad}
        </span>
        <span className="end clip">{source}</span>
      </footer>
    </div>
  );
};
