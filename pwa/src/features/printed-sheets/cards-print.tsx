import { cardSheets, menuCards } from "@dianbo/shared/printed-sheets";
import { useMemo, useState } from "react";
import type { PaperRoomProps } from "../../app/paper-kinds.ts";
import { PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import { CardSheet } from "./card-sheet.tsx";
import css from "./cards.module.css";
import { menusDocument } from "./office-content.ts";
import { PrintButton } from "./print-button.tsx";
import { SaveOffice } from "./save-office.tsx";
import sheetsCss from "./sheets.module.css";
import { useSheets } from "./use-sheets.ts";

/** Cards of set menus, two to a sheet of A4. */
export const CardsPrint = ({ kinds }: PaperRoomProps) => {
  const { printedSheets: words } = useWords();
  const sheets = useSheets();
  const { menus } = sheets.content;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => menus.filter(({ menu }) => !left.has(menu.id)), [menus, left]);
  const pages = useMemo(() => cardSheets(chosen.flatMap(menuCards)), [chosen]);
  const items = chosen.flatMap(({ times }) => times.entries.flatMap(({ item }) => item ?? []));
  return (
    <PrintFrame
      title={words.title}
      back="#/book"
      backName={words.back}
      kinds={kinds}
      size="A4"
      previewName={words.preview}
      desk={
        <PrintDeskSheet name={words.cards.name}>
          <h2>{words.cards.name}</h2>
          <fieldset className={css.ticks}>
            <legend className="hint">{words.cards.which}</legend>
            {menus.map(({ number, menu }) => (
              <label key={menu.id}>
                <input
                  type="checkbox"
                  checked={!left.has(menu.id)}
                  onChange={({ target }) => {
                    const next = new Set(left);
                    if (target.checked) next.delete(menu.id);
                    else next.add(menu.id);
                    setLeft(next);
                  }}
                />
                <span className="mnum">{number}</span>
                <span className="clip">{menu.name}</span>
              </label>
            ))}
          </fieldset>
          <p className="small">{words.cards.about(chosen.length, pages.length)}</p>
          <PrintButton
            sheets={sheets}
            items={items}
            hint={words.hint}
            disabled={pages.length === 0}
          />
          <SaveOffice
            sheets={sheets}
            items={items}
            name={words.cards.fileName}
            document={() => menusDocument(chosen, sheets, words)}
            disabled={pages.length === 0}
          />
        </PrintDeskSheet>
      }
    >
      {pages.length === 0 ? (
        <p className={`note ${sheetsCss.empty ?? ""}`}>
          {words.cards.nothing} <a href="#/set-menus">{words.cards.make}</a>
        </p>
      ) : null}
      {pages.map((cards, at) => (
        <CardSheet
          key={cards.map(({ number, part }) => `${number}-${part}`).join()}
          cards={cards}
          siteName={sheets.siteName}
          place={at + 1}
          pages={pages.length}
        />
      ))}
    </PrintFrame>
  );
};
