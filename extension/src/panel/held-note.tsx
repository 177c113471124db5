import { Button } from "@dianbo/pwa/design/button.tsx";
import { NumberTag } from "@dianbo/pwa/design/number-tag.tsx";
import { CATEGORY_NAMES } from "@dianbo/shared/category";
import type { Likeness } from "@dianbo/shared/likeness";
import { CircleCheck, Copy, Inbox as InboxIcon } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Held, LikeHeld } from "../clipping/find-held.ts";
import { useWords } from "../locales/index.ts";
import styles from "./clip-panel.module.css";

const icon = { className: "i", "aria-hidden": true, size: 20, strokeWidth: 1.75 } as const;

/** What the panel says of a page that is held, or of its like; nothing where there is none. */
export const holdingNote = (
  held: Held | undefined,
  like: LikeHeld | undefined,
  ways: {
    readonly onOpen: (held: Held) => void;
    readonly onKeepBoth: () => void;
    readonly onReplace: (held: Held) => void;
  },
) => {
  if (held !== undefined) return <HeldNote held={held} onReplace={() => ways.onReplace(held)} />;
  if (like === undefined) return undefined;
  return (
    <LikeNote
      like={like}
      onOpen={() => ways.onOpen(like.held)}
      onKeepBoth={ways.onKeepBoth}
      onReplace={() => ways.onReplace(like.held)}
    />
  );
};

/** 「已有 1014」: nothing is saved twice. The newer page can take its place. */
const HeldNote = ({ held, onReplace }: { readonly held: Held; readonly onReplace: () => void }) => {
  const words = useWords();
  if (held.where === "inbox") {
    return (
      <p className="note warn">
        <InboxIcon {...icon} />
        <span>
          {held.clip.category == null
            ? words.heldInInbox
            : words.heldFiled(CATEGORY_NAMES[held.clip.category])}
        </span>
      </p>
    );
  }
  return (
    <>
      <p className="note ok">
        <CircleCheck {...icon} />
        <span>
          <b>{words.held}</b>{" "}
          {held.item.number == null ? null : <NumberTag number={held.item.number} size="s" />}
          <br />
          {words.heldTitle(held.item.title)}
        </span>
      </p>
      <div className={styles.ways}>
        <Button onClick={onReplace}>{words.replace}</Button>
      </div>
    </>
  );
};

/** The same thing under another address: it is opened, kept beside the other, or put in its place. */
const LikeNote = ({
  like,
  onOpen,
  onKeepBoth,
  onReplace,
}: {
  readonly like: LikeHeld & { readonly likeness: Likeness };
  readonly onOpen: () => void;
  readonly onKeepBoth: () => void;
  readonly onReplace: () => void;
}) => {
  const words = useWords();
  const ways = useRef<HTMLDivElement>(null);
  useEffect(() => ways.current?.querySelector("button")?.focus(), []);
  const { held, likeness } = like;
  const number = held.where === "library" ? (held.item.number ?? undefined) : undefined;
  const title = held.where === "library" ? held.item.title : held.clip.title;
  return (
    <>
      <p className="note warn">
        <Copy {...icon} />
        <span>
          {words.alike[likeness](title)}{" "}
          {number === undefined ? null : <NumberTag number={number} size="s" />}
          {held.where === "inbox" ? words.alikeInInbox : null}
        </span>
      </p>
      <div ref={ways} className={styles.ways}>
        <Button onClick={onOpen}>{words.openHeld(number)}</Button>
        <Button onClick={onKeepBoth}>{words.keepBoth}</Button>
        <Button onClick={onReplace}>{words.replace}</Button>
      </div>
    </>
  );
};
