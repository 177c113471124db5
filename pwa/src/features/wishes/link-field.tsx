import type { RecordId } from "@dianbo/shared/identity";
import { Search } from "lucide-react";
import { useState } from "react";
import { DidYouMean } from "../../app/did-you-mean.tsx";
import { useSearch } from "../../app/use-search.ts";
import { Icon } from "../../design/icon.tsx";
import { MarkedText } from "../../design/marked-text.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import styles from "./wishes.module.css";

/** More finds than these are not read, one more word is typed. */
const SHOWN = 5;

/** Finds the item that fulfils a wish: the library's own search, one press on the find. */
export const LinkField = ({
  text,
  link,
}: {
  /** The wish: where the library knows its very words, they are searched for at once. */
  readonly text: string;
  readonly link: (item: RecordId) => void;
}) => {
  const words = useWords().wishes;
  const [typed, setTyped] = useState<string>();
  const query = typed ?? text;
  const { finds, near } = useSearch(query);
  const shown = query.trim() === "" ? [] : finds.items.slice(0, SHOWN);
  return (
    <div className={styles.link}>
      <label className="field">
        <Icon of={Search} size={18} />
        <input
          aria-label={words.link}
          placeholder={words.linkHint}
          autoComplete="off"
          value={typed ?? ""}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <ul>
        {shown.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={styles.find}
              aria-label={words.linkTo(item.title)}
              onClick={() => link(item.id)}
            >
              {item.number == null ? null : <NumberTag number={item.number} size="s" />}
              <span className="clip grow">
                <MarkedText text={item.title} spans={finds.spansOf(item)} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {/* The wish's own words are looked for unasked; what may have been meant is only offered to who typed. */}
      {typed === undefined ? null : (
        <DidYouMean items={near.slice(0, SHOWN)} take={(item) => link(item.id)} />
      )}
      {typed !== undefined && typed.trim() !== "" && shown.length === 0 && near.length === 0 ? (
        <p className="small">{words.linkNothing(typed.trim())}</p>
      ) : null}
    </div>
  );
};
