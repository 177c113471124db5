import { editSetMenu, isArchived, menuNumbersLeft, type SetMenu } from "@dianbo/shared/set-menu";
import { Check, ListChecks, Printer, Share2, TriangleAlert, Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { useExportList } from "../../app/export-list.ts";
import { useSnapshot } from "../../app/library-context.tsx";
import { BackLink } from "../../design/back-link.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./menu-builder.module.css";
import type { Acting } from "./use-act.ts";
import { useDraft } from "./use-draft.ts";

/** The head of the builder: round tag, the name to be written over, what was kept, undo. */
export const BuilderHead = ({
  menu,
  acting,
}: {
  readonly menu: SetMenu;
  readonly acting: Acting;
}) => {
  const { setMenus: words, sharing, preFlight } = useWords();
  const exportList = useExportList();
  const { canUndo, menus } = useSnapshot();
  const name = useDraft(
    menu.name,
    async (text) =>
      // A menu always has a name: an emptied field goes back to the one it had.
      text.trim() === "" || (await acting.act(() => editSetMenu(menu, { name: text.trim() }))),
  );
  // A menu just made is waiting for its name.
  const field = useRef<HTMLInputElement>(null);
  const unnamed = useRef(menu.name === words.newMenuName);
  useEffect(() => {
    if (unnamed.current) field.current?.select();
  }, []);
  return (
    <div className="head">
      <BackLink to="#/set-menus" name={words.back} />
      {menu.number == null ? (
        <span
          className="hint"
          title={menuNumbersLeft(menus.values()) === 0 ? words.numbersGone : undefined}
        >
          {words.noNumber}
        </span>
      ) : (
        <span className={css.number}>
          <RoundTag number={menu.number} />
        </span>
      )}
      <h1 className={css.name} data-text={name.value}>
        <input
          ref={field}
          aria-label={words.nameLabel}
          maxLength={100}
          value={name.value}
          onChange={(event) => name.change(event.target.value)}
          onBlur={name.keep}
          onKeyDown={(event) => {
            if (event.key === "Enter") name.keep();
            if (event.key === "Escape") name.drop();
          }}
        />
      </h1>
      {isArchived(menu) ? <span className="hint">{words.isArchived}</span> : null}
      {acting.problem === undefined ? (
        <span className="st dim small">
          <Icon of={Check} size={16} />
          {words.saved}
        </span>
      ) : (
        <span className="st bad" role="alert">
          <Icon of={TriangleAlert} size={18} />
          {acting.problem}
        </span>
      )}
      <a className="btn end" href={`#/pre-flight/${menu.id}`}>
        <Icon of={ListChecks} />
        {preFlight.door}
      </a>
      <a className="btn" href={`#/set-menus/${menu.id}/cover`}>
        <Icon of={Printer} />
        {words.cover}
      </a>
      <Button
        look="text"
        icon={<Icon of={Share2} />}
        onClick={() => void exportList({ items: [], menus: [menu.id] }, menu.name)}
      >
        {sharing.export}
      </Button>
      {canUndo ? (
        <Button look="text" icon={<Icon of={Undo2} />} onClick={() => void acting.undo()}>
          {words.undo}
        </Button>
      ) : null}
    </div>
  );
};
