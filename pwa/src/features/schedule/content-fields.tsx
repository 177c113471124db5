import { byMenuNumber, isOffered } from "@dianbo/shared/set-menu";
import { useSnapshot } from "../../app/library-context.tsx";
import { Choice } from "../../design/choice.tsx";
import { useWords } from "../../locales/index.ts";
import { SelectField, TextField } from "./form-field.tsx";
import styles from "./schedule.module.css";
import type { SessionDraft } from "./session-draft.ts";

const KINDS = ["none", "menu", "broadcast", "other"] as const;

/** What is shown: a menu, a broadcast with its channel, a disc, or nothing decided yet. */
export const ContentFields = ({
  draft,
  change,
}: {
  readonly draft: SessionDraft;
  readonly change: (change: Partial<SessionDraft>) => void;
}) => {
  const all = useWords().schedule;
  const words = all.form;
  const { menus } = useSnapshot();
  const offered = [...menus.values()]
    // An archived menu is not offered, but where it stands already it stays.
    .filter((menu) => isOffered(menu) || (menu.life !== "deleted" && menu.id === draft.menu))
    .sort(byMenuNumber);
  const isGone = draft.menu !== "" && !offered.some(({ id }) => id === draft.menu);
  return (
    <>
      <div className={styles.wide}>
        <Choice
          name={words.what}
          options={KINDS.map((value) => ({ value, word: words.kinds[value] }))}
          chosen={draft.kind}
          onChoose={(kind) => change({ kind })}
        />
      </div>
      {draft.kind === "menu" && offered.length === 0 ? (
        <p className={`small ${styles.wide ?? ""}`}>
          {words.noMenus} <a href="#/set-menus">{all.openMenu}</a>
        </p>
      ) : null}
      {draft.kind === "menu" && offered.length > 0 ? (
        <SelectField
          name={words.chooseMenu}
          value={isGone ? "" : draft.menu}
          wide
          options={[
            { value: "", word: isGone ? all.goneMenu : "…" },
            ...offered.map(({ id, number, name }) => ({
              value: id,
              word: number == null ? name : `${number}　${name}`,
            })),
          ]}
          change={(menu) => change({ menu })}
        />
      ) : null}
      {draft.kind === "broadcast" || draft.kind === "other" ? (
        <TextField
          name={draft.kind === "other" ? words.otherName : words.broadcastName}
          value={draft.name}
          longest={100}
          wide={draft.kind === "other"}
          {...(draft.kind === "other" ? { hint: words.otherHint } : {})}
          change={(name) => change({ name })}
        />
      ) : null}
      {draft.kind === "broadcast" ? (
        <TextField
          name={words.channel}
          value={draft.channel}
          longest={60}
          change={(channel) => change({ channel })}
        />
      ) : null}
    </>
  );
};
