import { NumberTag } from "@dianbo/pwa/design/number-tag.tsx";
import { CATEGORY_NAMES } from "@dianbo/shared/category";
import { CircleCheck, Inbox as InboxIcon } from "lucide-react";
import type { Held } from "../clipping/find-held.ts";
import { useWords } from "../locales/index.ts";

/** 「已有 1014」: nothing is saved twice. */
export const HeldNote = ({ held }: { readonly held: Held }) => {
  const words = useWords();
  if (held.where === "inbox") {
    return (
      <p className="note warn">
        <InboxIcon className="i" aria-hidden="true" size={20} strokeWidth={1.75} />
        <span>
          {held.clip.category == null
            ? words.heldInInbox
            : words.heldFiled(CATEGORY_NAMES[held.clip.category])}
        </span>
      </p>
    );
  }
  return (
    <p className="note ok">
      <CircleCheck className="i" aria-hidden="true" size={20} strokeWidth={1.75} />
      <span>
        <b>{words.held}</b>{" "}
        {held.item.number == null ? null : <NumberTag number={held.item.number} size="s" />}
        <br />
        {words.heldTitle(held.item.title)}
      </span>
    </p>
  );
};
