import type { Courseware, MediaFile } from "@dianbo/shared/courseware";
import { useEffect, useRef, useState } from "react";
import { useDependencies } from "../../../app/library-context.tsx";
import type { StageOrder } from "../key-meaning.ts";
import type { RoomKey } from "../room-keys.ts";
import { useRoomWords } from "../room-words.ts";
import { BrokenPart } from "./broken-part.tsx";
import type { OpenPdf } from "./pdf/open-pdf.ts";
import { ReadingFrame } from "./reading-frame.tsx";
import styles from "./stage.module.css";
import type { StagePart } from "./stage-part.ts";
import { useStageControls } from "./use-stage-controls.ts";

/** How much of a screen is new after one step down a page; the rest is seen twice, so that no line is lost. */
const STEP = 0.85;

type Opened = { readonly type: "opening" | "missing" | "broken" } | { type: "open"; pdf: OpenPdf };

const useOpenPdf = (hash: MediaFile["hash"]): Opened => {
  const { media } = useDependencies();
  const [opened, setOpened] = useState<Opened>({ type: "opening" });
  useEffect(() => {
    let left = false;
    let pdf: OpenPdf | undefined;
    void (async () => {
      const file = await media.open(hash);
      if (left) return;
      if (!file.ok) {
        setOpened({ type: "missing" });
        return;
      }
      const { openPdf } = await import("./pdf/open-pdf.ts");
      const read = await openPdf(file.value);
      if (!read.ok) {
        if (!left) setOpened({ type: "broken" });
      } else if (left) read.value.close();
      else {
        pdf = read.value;
        setOpened({ type: "open", pdf });
      }
    })();
    return () => {
      left = true;
      pdf?.close();
    };
  }, [media, hash]);
  return opened;
};

/** A PDF at the room's size: a page as wide as the screen, read screen by screen; no viewer, no toolbar. */
export const DocumentPart = ({
  item,
  media,
  controls,
  still,
  onStarted,
  onOver,
  onFailed,
  press,
}: StagePart & {
  readonly item: Courseware;
  readonly media: MediaFile;
  readonly press: (key: RoomKey) => void;
}) => {
  const words = useRoomWords();
  const opened = useOpenPdf(media.hash);
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState(1);
  const [whole, setWhole] = useState(false);
  const [height, setHeight] = useState(0);
  const [top, setTop] = useState(0);
  const [failed, setFailed] = useState(false);
  /** A step back goes to the foot of the page before, which is known once that is drawn. */
  const toFoot = useRef(false);
  const pdf = opened.type === "open" ? opened.pdf : undefined;
  const started = useRef(onStarted);
  useEffect(() => {
    started.current = onStarted;
  });

  useEffect(() => {
    const target = canvas.current;
    const frame = box.current;
    if (pdf === undefined || target === null || frame === null) return;
    let left = false;
    const { clientWidth, clientHeight } = frame;
    void pdf.draw(page, target, { width: clientWidth, height: clientHeight, whole }).then(
      (size) => {
        if (left) return;
        setHeight(size.height);
        setTop(toFoot.current ? Math.max(0, size.height - clientHeight) : 0);
        toFoot.current = false;
        started.current();
      },
      () => {
        if (!left) setFailed(true);
      },
    );
    return () => {
      left = true;
    };
  }, [pdf, page, whole]);

  const pages = pdf?.pages ?? 1;
  const seen = box.current?.clientHeight ?? 0;
  const lowest = Math.max(0, height - seen);
  const atEnd = height > 0 && page >= pages && top >= lowest - 1;
  const step = (by: 1 | -1): void => {
    if (by === 1 && top < lowest - 1) setTop(Math.min(lowest, top + seen * STEP));
    else if (by === -1 && top > 0) setTop(Math.max(0, top - seen * STEP));
    else if (page + by >= 1 && page + by <= pages) {
      toFoot.current = by === -1;
      setPage(page + by);
    }
  };
  const obey = (order: StageOrder): void => {
    switch (order.type) {
      case "enter":
        // An early Enter, before the page stands there, must not pass the paper over.
        if (atEnd) onOver();
        else if (height > 0) step(1);
        return;
      case "tune":
        setWhole(order.by === -1);
        return;
      case "extra":
        return;
      case "sideways":
      case "up-down":
      case "page":
        step(order.by);
        return;
    }
  };
  useStageControls(controls, { obey, seconds: () => 0 });

  if (opened.type === "missing" || opened.type === "broken" || failed) {
    return (
      <BrokenPart
        item={item}
        missing={opened.type === "missing"}
        why="file-not-shown"
        still={still}
        onFailed={onFailed}
      />
    );
  }
  return (
    <ReadingFrame
      item={item}
      place={pdf === undefined ? "" : words.playing.page(page, pages)}
      atEnd={atEnd}
      source=""
      press={press}
      more={[
        [words.keys.smaller, { type: "tune", by: -1 }],
        [words.keys.larger, { type: "tune", by: 1 }],
      ]}
    >
      <div ref={box} className={styles["sheet"]} aria-busy={height === 0}>
        <canvas
          ref={canvas}
          aria-label={item.title}
          style={{ transform: `translateY(${-top}px)` }}
        />
      </div>
    </ReadingFrame>
  );
};
