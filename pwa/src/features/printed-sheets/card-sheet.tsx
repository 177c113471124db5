import type { MenuCard } from "@dianbo/shared/printed-sheets";
import { useWords } from "../../locales/index.ts";
import css from "./cards.module.css";
import { PaperNumber } from "./paper-number.tsx";
import sheets from "./sheets.module.css";

/** A name with more characters than this is set smaller. */
const LONG_NAME = 9;

const Card = ({ card, siteName }: { readonly card: MenuCard; readonly siteName: string }) => {
  const { printedSheets: words } = useWords();
  return (
    <article
      className={`${css.card ?? ""} ${card.size === "whole" ? (css.whole ?? "") : ""}`}
      aria-label={words.cards.cardName(card.number, card.name)}
    >
      <div className={css.left}>
        <b className={css.big} data-digits={String(card.number).length}>
          {card.number}
        </b>
        <p>{words.cards.sayThis}</p>
        {card.audience === undefined ? null : <small>{card.audience}</small>}
      </div>
      <div className={css.right}>
        <header>
          <h2
            className={sheets.two}
            data-long={[...card.name].length > LONG_NAME ? true : undefined}
          >
            {card.name}
            {card.part === 0 ? "" : words.continued}
          </h2>
          <span>
            <b>{card.minutes}</b> {words.minutesLong}
          </span>
        </header>
        <ul style={{ fontSize: `min(20pt, ${card.lineHeight * 0.46}mm)` }}>
          {card.lines.map((line) => (
            <li key={line.id} style={{ height: `${card.lineHeight}mm` }}>
              {line.number === undefined ? null : <PaperNumber number={line.number} />}
              <span className={sheets.two}>{line.words}</span>
              {line.minutes === 0 ? null : <em>{words.minutes(line.minutes)}</em>}
            </li>
          ))}
        </ul>
        {card.talk.length === 0 ? null : (
          <div className={css.talk}>
            <b>{words.cards.talk}</b>
            <div>
              {card.talk.map((line) => (
                <p key={line} className={sheets.two}>
                  {line}
                </p>
              ))}
            </div>
          </div>
        )}
        <footer>{[words.cards.foot, siteName].filter(Boolean).join(" · ")}</footer>
      </div>
    </article>
  );
};

/** A sheet of A4 with two cards, or one. */
export const CardSheet = ({
  cards,
  siteName,
  place,
  pages,
}: {
  readonly cards: readonly MenuCard[];
  readonly siteName: string;
  readonly place: number;
  readonly pages: number;
}) => {
  const { printedSheets: words } = useWords();
  return (
    <section
      className={`paper ${sheets.page ?? ""} ${sheets.a4 ?? ""}`}
      aria-label={words.sheetOf(place, pages)}
    >
      {cards.map((card) => (
        <Card key={`${card.number}-${card.part}`} card={card} siteName={siteName} />
      ))}
      {cards[0]?.size === "half" ? <span className={css.cut} /> : null}
    </section>
  );
};
