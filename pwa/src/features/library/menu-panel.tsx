import { byMenuNumber, isOffered, type SetMenu, timesOf } from "@dianbo/shared/set-menu";
import { useId, useState } from "react";
import { useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./bulk-bar.module.css";

/** Into which menu: the menus with their minutes, and a new one. */
export const MenuPanel = ({
  into,
  intoNew,
}: {
  readonly into: (menu: SetMenu) => void;
  readonly intoNew: (name: string) => void;
}) => {
  const { library: words } = useWords();
  const { menus, entries, items } = useSnapshot();
  const [name, setName] = useState("");
  const field = useId();
  const offered = [...menus.values()].filter(isOffered).sort(byMenuNumber);
  const all = [...entries.values()];
  return (
    <>
      {offered.length === 0 ? <span className="dim">{words.noMenus}</span> : null}
      {offered.map((menu) => {
        const { total, session } = timesOf(menu, all, (id) => items.get(id));
        return (
          <Button
            key={menu.id}
            icon={menu.number == null ? undefined : <RoundTag number={menu.number} />}
            className={css.menu}
            onClick={() => into(menu)}
          >
            <span className="clip">{menu.name}</span>
            <span className={`n ${css.minutes ?? ""}`}>{words.menuMinutes(total, session)}</span>
          </Button>
        );
      })}
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") intoNew(name.trim());
        }}
      >
        <label htmlFor={field} className="visually-hidden">
          {words.newMenuName}
        </label>
        <input
          id={field}
          className="field"
          placeholder={words.newMenuName}
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">{words.makeMenu}</Button>
      </form>
    </>
  );
};
