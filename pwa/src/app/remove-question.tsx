import type { SetMenu } from "@dianbo/shared/set-menu";
import { Trash2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "../design/button.tsx";
import { RoundTag } from "../design/number-tag.tsx";
import { useWords } from "../locales/index.ts";
import css from "./remove-question.module.css";

/** More menus than these are counted, not named. */
const NAMED = 6;

/**
 * Asked before something goes that set menus use: which they are, what happens there, and that it can be
 * taken back. What no menu uses is deleted without a question.
 */
export const RemoveQuestion = ({
  menus,
  count,
  remove,
  keep,
}: {
  readonly menus: readonly SetMenu[];
  /** How many items would go. */
  readonly count: number;
  readonly remove: () => void;
  readonly keep: () => void;
}) => {
  const { library: words } = useWords();
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), []);
  return (
    <section
      className={css.question}
      role="alertdialog"
      aria-label={words.removing.title(count)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        keep();
      }}
    >
      <p>
        <b>{words.removing.inMenus(menus.length)}</b>{" "}
        {menus.slice(0, NAMED).map((menu) => (
          <span key={menu.id} className={css.menu}>
            {menu.number == null ? null : <RoundTag number={menu.number} />}
            {menu.name}
          </span>
        ))}
        {menus.length > NAMED ? words.removing.more(menus.length - NAMED) : null}
      </p>
      <p className="small">{words.removing.what}</p>
      <div className="row">
        <Button
          look="bad"
          icon={<Trash2 size={20} strokeWidth={1.75} aria-hidden="true" />}
          onClick={remove}
        >
          {words.removing.go(count)}
        </Button>
        <Button ref={safe} onClick={keep}>
          {words.removing.keep}
        </Button>
      </div>
    </section>
  );
};
