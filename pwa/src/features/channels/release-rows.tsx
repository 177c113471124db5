import type { ChannelItem } from "@dianbo/shared/channel";
import { DigitBlock } from "../../design/number-tag.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import type { LookedAt } from "../../storage/channels/index.ts";
import css from "./release-preview.module.css";

const FIELDS = [
  "kind",
  "category",
  "minutes",
  "publisher",
  "author",
  "publishedAt",
  "url",
  "tags",
  "hash",
  "theirNumber",
] as const;

/** What an item says otherwise than before, in words. */
const changeInWords = (
  { before, after }: { readonly before: ChannelItem; readonly after: ChannelItem },
  words: Words["channels"],
): string => {
  const others = FIELDS.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  ).map((field) => words.fields[field]);
  return [
    before.title === after.title ? "" : words.changedTitle(before.title),
    others.length === 0 ? "" : words.changedElse(others.join(words.and)),
  ]
    .filter((part) => part !== "")
    .join(" · ");
};

const Row = ({ item, note }: { readonly item: ChannelItem; readonly note?: string }) => {
  const { channels: words } = useWords();
  return (
    <li>
      <span className={css.digit}>
        {item.category === undefined ? null : <DigitBlock digit={item.category} />}
      </span>
      <span className="grow">
        <span className={`clip ${css.title ?? ""}`} title={item.title}>
          {item.title}
        </span>
        {note === undefined || note === "" ? null : <span className="small">{note}</span>}
      </span>
      <span className="small clip">{item.publisher ?? ""}</span>
      <span className={`n ${css.minutes ?? ""}`}>
        {item.minutes === undefined ? "" : words.minutes(item.minutes)}
      </span>
    </li>
  );
};

/** What a release changes, item by item, as far as anybody looks through; the rest is counted. */
export const ReleaseRows = ({ looked }: { readonly looked: LookedAt }) => {
  const { channels: words } = useWords();
  const { fresh, changed, gone, held } = looked;
  const more = (all: number, named: number) =>
    all > named ? <p className="small">{words.andMore(all - named)}</p> : null;
  return (
    <>
      {changed.count === 0 ? null : (
        <>
          <h2>{words.changedOnes}</h2>
          <ul className={css.rows}>
            {changed.some.map((one) => (
              <Row key={one.after.id} item={one.after} note={changeInWords(one, words)} />
            ))}
          </ul>
          {more(changed.count, changed.some.length)}
        </>
      )}
      {gone.count === 0 ? null : (
        <>
          <h2>{words.goneOnes}</h2>
          <ul className={css.rows}>
            {gone.some.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </ul>
          {more(gone.count, gone.some.length)}
        </>
      )}
      {fresh.count === 0 ? null : (
        <>
          <h2>{held === undefined ? words.list : words.freshOnes}</h2>
          <ul className={css.rows}>
            {fresh.some.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </ul>
          {more(fresh.count, fresh.some.length)}
        </>
      )}
    </>
  );
};
