import type { Courseware, MediaFile } from "@dianbo/shared/courseware";
import { type RefObject, useEffect, useState } from "react";
import { useDependencies } from "../../../app/library-context.tsx";
import type { RoomKey } from "../room-keys.ts";
import type { Saying } from "../room-state.ts";
import { useRoomWords } from "../room-words.ts";
import type { OfficeForm } from "../showing.ts";
import { nextPoints } from "./article-pages.ts";
import { BrokenPart } from "./broken-part.tsx";
import { PagedHtml } from "./paged-html.tsx";
import type { StagePart } from "./stage-part.ts";
import { WordsPart } from "./words-part.tsx";

type Made =
  | { readonly type: "making" | "missing" | "broken" | "other-program" }
  | { readonly type: "made"; readonly html: string };

const useOfficeHtml = (hash: MediaFile["hash"], form: OfficeForm): Made => {
  const { media } = useDependencies();
  const [made, setMade] = useState<Made>({ type: "making" });
  useEffect(() => {
    let left = false;
    let release: (() => void) | undefined;
    void (async () => {
      const file = await media.open(hash);
      if (left) return;
      if (!file.ok) {
        setMade({ type: "missing" });
        return;
      }
      const { officeHtml } = await import("./office/office-html.ts");
      const page = await officeHtml(file.value, form);
      if (page.ok && left) page.value.release();
      if (left) return;
      if (page.ok) {
        ({ release } = page.value);
        setMade({ type: "made", html: page.value.html });
      } else setMade({ type: page.error.type === "not-shown" ? "broken" : page.error.type });
    })();
    return () => {
      left = true;
      release?.();
    };
  }, [media, hash, form]);
  return made;
};

/** A Word file, a table or slides in the room's print, page by page. */
export const OfficePart = ({
  item,
  media,
  form,
  points: kept,
  controls,
  still,
  onStarted,
  onOver,
  onFailed,
  onSay,
  press,
  next,
}: StagePart & {
  readonly item: Courseware;
  readonly media: MediaFile;
  readonly form: OfficeForm;
  readonly points: RefObject<number>;
  readonly onSay: (saying: Saying) => void;
  readonly press: (key: RoomKey) => void;
  /** What comes after it, where it is for another program. */
  readonly next: string | undefined;
}) => {
  const words = useRoomWords();
  const made = useOfficeHtml(media.hash, form);
  const [points, setPoints] = useState(kept.current);
  if (made.type === "other-program") {
    return (
      <WordsPart
        item={item}
        why="other-program"
        next={next}
        controls={controls}
        still={still}
        onStarted={onStarted}
        onOver={onOver}
        onFailed={onFailed}
      />
    );
  }
  if (made.type === "missing" || made.type === "broken") {
    return (
      <BrokenPart
        item={item}
        missing={made.type === "missing"}
        why="file-not-shown"
        still={still}
        onFailed={onFailed}
      />
    );
  }
  return (
    <PagedHtml
      item={item}
      html={made.type === "made" ? made.html : undefined}
      source={form === "pptx" ? words.playing.slides : ""}
      points={points}
      look={form === "pptx" ? "slides" : "office"}
      more={[
        [words.keys.smaller, { type: "tune", by: -1 }],
        [words.keys.larger, { type: "tune", by: 1 }],
      ]}
      onTune={(by) => {
        kept.current = nextPoints(points, by);
        setPoints(kept.current);
        onSay({ type: "print", points: kept.current });
      }}
      onExtra={() => undefined}
      controls={controls}
      onStarted={onStarted}
      onOver={onOver}
      press={press}
    />
  );
};
