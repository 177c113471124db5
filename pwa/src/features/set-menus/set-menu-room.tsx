import type { SetMenu } from "@dianbo/shared/set-menu";
import { ArrowLeft } from "lucide-react";
import { useSnapshot } from "../../app/library-context.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { ComposeRoom } from "./compose-room.tsx";
import { MenuBuilder } from "./menu-builder.tsx";
import { MenuCover } from "./menu-cover.tsx";
import { StartersRoom } from "./starters-room.tsx";

const useMenuOf = (id: string): SetMenu | undefined => {
  const { menus } = useSnapshot();
  return [...menus.values()].find((one) => one.id === id && one.life !== "deleted");
};

const Missing = () => {
  const { setMenus: words } = useWords();
  return (
    <main className="main">
      <div className="head">
        <a className="btn text" href="#/set-menus">
          <Icon of={ArrowLeft} />
          {words.back}
        </a>
      </div>
      <p className="note">{words.missing}</p>
    </main>
  );
};

const Builder = ({ id }: { readonly id: string }) => {
  const menu = useMenuOf(id);
  return menu === undefined ? <Missing /> : <MenuBuilder key={menu.id} menu={menu} />;
};

/**
 * What stands behind a menu's address: the builder of one by its record id, or one of the two ways to a
 * new one. Ids are long and random, so the two words can never be one.
 */
export const SetMenuRoom = ({ id }: { readonly id: string }) => {
  switch (id) {
    case "compose":
      return <ComposeRoom />;
    case "starters":
      return <StartersRoom />;
    default:
      return <Builder id={id} />;
  }
};

/** The cover sheet of one set menu, by the menu's record id from the address. */
export const SetMenuCover = ({ id }: { readonly id: string }) => {
  const menu = useMenuOf(id);
  return menu === undefined ? <Missing /> : <MenuCover menu={menu} />;
};
