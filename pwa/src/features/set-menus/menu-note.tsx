import type { LucideIcon } from "lucide-react";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./menu-note.module.css";
import { useDraft } from "./use-draft.ts";

/** A note of a menu (事前讲解, 事中讨论, 事后心得): a line on the sheet that one writes on. */
export const MenuNote = ({
  icon,
  label,
  hint,
  value,
  save,
}: {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly save: (text: string) => Promise<boolean>;
}) => {
  const { setMenus: words } = useWords();
  const draft = useDraft(value, save);
  return (
    <label className={css.note}>
      <Icon of={icon} size={18} />
      <b>{label}</b>
      <textarea
        rows={Math.min(4, draft.value.split("\n").length)}
        value={draft.value}
        placeholder={hint}
        maxLength={2000}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.keep}
        onKeyDown={(event) => {
          if (event.key === "Escape") draft.drop();
        }}
      />
      {draft.value === "" ? null : <span className="hint">{words.notTimed}</span>}
    </label>
  );
};
