import type { SetMenu } from "@dianbo/shared/set-menu";
import { ArrowLeft } from "lucide-react";
import { useSnapshot } from "../../app/library-context.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { MenuBuilder } from "./menu-builder.tsx";

const isShown = (menu: SetMenu): boolean => menu.life !== "deleted";

/** The builder of one set menu. `id` is the menu's record id from the address. */
export const SetMenuRoom = ({ id }: { readonly id: string }) => {
  const { setMenus: words } = useWords();
  const { menus } = useSnapshot();
  const menu = [...menus.values()].find((one) => one.id === id && isShown(one));
  if (menu !== undefined) return <MenuBuilder key={menu.id} menu={menu} />;
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
