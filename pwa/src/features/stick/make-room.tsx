import { BackLink } from "../../design/back-link.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./stick.module.css";
import { useMaking } from "./use-making.ts";
import { WhatSheet } from "./what-sheet.tsx";
import { WhereSheet } from "./where-sheet.tsx";

/** 去放映: menus, films, articles and the USB edition onto a stick, in one go. */
export const MakeStickRoom = ({ menu }: { readonly menu?: string | undefined }) => {
  const { stick: words, shell } = useWords();
  const making = useMaking(menu);
  return (
    <main className={`main ${css.main ?? ""}`}>
      <div className="head">
        <BackLink to="#/share" name={shell.backTo(shell.share)} />
        <h1>{words.title}</h1>
        <span className="dim clip">{words.lead}</span>
        <a className="btn end" href="#/open-stick">
          {words.read}
        </a>
      </div>
      <div className={css.halves}>
        <WhatSheet making={making} />
        <WhereSheet making={making} />
      </div>
    </main>
  );
};
