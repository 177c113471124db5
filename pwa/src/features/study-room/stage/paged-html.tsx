import type { Courseware } from "@dianbo/shared/courseware";
import { useEffect, useRef, useState } from "react";
import type { StageOrder } from "../key-meaning.ts";
import type { RoomKey } from "../room-keys.ts";
import { useRoomWords } from "../room-words.ts";
import {
  countPages,
  enlargePages,
  type PageLook,
  pageDocument,
  showPage,
} from "./article-pages.ts";
import { ReadingFrame } from "./reading-frame.tsx";
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

/** A text in large print, page by page, in a frame that runs no scripts. */
export const PagedHtml = ({
  item,
  html,
  source,
  points,
  look,
  more,
  onTune,
  onExtra,
  controls,
  onStarted,
  onOver,
  press,
}: Pick<StagePart, "controls" | "onStarted" | "onOver"> & {
  readonly item: Courseware;
  /** Sanitised; `undefined` while it is being made. */
  readonly html: string | undefined;
  readonly source: string;
  /** Size of the print, in points of a 1920-wide picture. */
  readonly points: number;
  readonly look: PageLook;
  readonly more: readonly (readonly [label: string, key: RoomKey])[];
  readonly onTune: (by: 1 | -1) => void;
  readonly onExtra: () => void;
  readonly press: (key: RoomKey) => void;
}) => {
  const words = useRoomWords();
  const unit = useUnit();
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState(0);
  /** `undefined` until they are counted: an early Enter must not pass the text over. */
  const [counted, setPages] = useState<number>();

  useEffect(() => {
    if (frame.current !== null) showPage(frame.current, page);
  }, [page]);

  const pages = counted ?? 1;
  const atEnd = counted !== undefined && page >= counted - 1;
  const turn = (by: 1 | -1): void => setPage(Math.max(0, Math.min(pages - 1, page + by)));
  const obey = (order: StageOrder): void => {
    switch (order.type) {
      case "enter":
        if (atEnd) onOver();
        else if (counted !== undefined) turn(1);
        return;
      case "tune":
        onTune(order.by);
        return;
      case "extra":
        onExtra();
        return;
      case "sideways":
      case "up-down":
      case "page":
        turn(order.by);
        return;
    }
  };
  useStageControls(controls, { obey, seconds: () => 0 });

  return (
    <ReadingFrame
      item={item}
      place={counted === undefined ? "" : words.playing.page(page + 1, counted)}
      atEnd={atEnd}
      source={source}
      more={more}
      press={press}
    >
      {html === undefined ? (
        <div />
      ) : (
        <iframe
          ref={frame}
          key={`${unit} ${points}`}
          title={item.title}
          tabIndex={-1}
          sandbox="allow-same-origin"
          srcDoc={pageDocument({ title: item.title, source, html, unit, points, look })}
          onLoad={(event) => {
            const shown = event.currentTarget;
            if (look === "office") enlargePages(shown, { unit, points });
            const count = countPages(shown);
            // Larger print has more pages: about the same passage stays in sight.
            const at = Math.min(count - 1, Math.floor((page / pages) * count));
            setPages(count);
            setPage(at);
            showPage(shown, at);
            onStarted();
          }}
        />
      )}
    </ReadingFrame>
  );
};
