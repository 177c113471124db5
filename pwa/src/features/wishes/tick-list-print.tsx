import { Printer } from "lucide-react";
import { useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { useSiteTime, useWishes } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayAndWeekday } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./tick-list.module.css";

/** Boxes below each candidate: a full room of thirty, and some more. */
const BOXES = 36;

/** The tick-list on A4: five candidates with boxes, to hang beside the door. No names on it. */
export const TickListPrint = ({ id }: { readonly id: string }) => {
  const { paper: words } = useWords().wishes;
  const { siteName } = useIdentity();
  const { items } = useSnapshot();
  const { book, rows } = useWishes();
  const { date } = useSiteTime();
  const ballot = book.ballots.find((one) => one.id === id);
  const itemOf = (wish: string) => {
    const row = rows.find(({ wishes }) => wishes.some((one) => one.id === wish));
    return row?.item === undefined ? undefined : items.get(row.item);
  };
  return (
    <PrintFrame
      title={words.desk}
      back="#/wishes"
      backName={words.back}
      size="A4"
      previewName={words.title}
      desk={
        <PrintDeskSheet
          name={words.desk}
          foot={
            ballot === undefined ? null : (
              <Button look="go" icon={<Icon of={Printer} />} onClick={() => print()}>
                {words.print}
              </Button>
            )
          }
        >
          <p className="small">{ballot === undefined ? words.nothing : words.hang}</p>
        </PrintDeskSheet>
      }
    >
      {ballot === undefined ? null : (
        <article className={`paper ${css.page ?? ""}`}>
          <h1>{words.title}</h1>
          <p className={css.how}>{words.how}</p>
          <ol>
            {ballot.rows.map(({ wish, text }) => {
              const item = itemOf(wish);
              return (
                <li key={wish}>
                  <p className={css.title}>
                    {item?.number == null ? null : <NumberTag number={item.number} size="l" />}
                    <span>{item?.title ?? text}</span>
                    {item?.minutes == null || item.minutes === 0 ? null : (
                      <small>{words.minutes(item.minutes)}</small>
                    )}
                  </p>
                  <div className={css.boxes} role="img" aria-label={words.boxes(BOXES)}>
                    {Array.from({ length: BOXES }, (_, at) => at).map((at) => (
                      <i key={at} />
                    ))}
                  </div>
                </li>
              );
            })}
          </ol>
          <p className={css.other}>{words.other}</p>
          <p className={css.line} />
          <p className={css.foot}>
            <span>{siteName}</span>
            <span>{words.when(dayAndWeekday(ballot.on, date, "long"))}</span>
          </p>
        </article>
      )}
    </PrintFrame>
  );
};
