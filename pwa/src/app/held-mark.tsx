import type { Courseware } from "@dianbo/shared/courseware";
import { Check } from "lucide-react";
import { NumberTag } from "../design/number-tag.tsx";
import { useWords } from "../locales/index.ts";
import css from "./channel-finds.module.css";

/** 「已有 1014」: an item of a channel that this site holds, with the way to its page. */
export const HeldMark = ({
  item,
  tabIndex,
}: {
  readonly item: Courseware;
  readonly tabIndex?: number;
}) => {
  const { channels: words } = useWords();
  return (
    <a href={`#/library/${item.id}`} className={css.held} tabIndex={tabIndex}>
      <Check size={18} strokeWidth={2} aria-hidden="true" />
      {words.held}
      {item.number == null ? null : <NumberTag number={item.number} size="s" />}
    </a>
  );
};
