import { useState } from "react";
import type { InboxSource } from "../../app/inbox-source.ts";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./inbox-room.module.css";

/**
 * Where this PC's book is: here in the extension, or in a hosted app at an address. Folded away until
 * somebody wants to change it.
 */
export const LibraryHomeLine = ({ source }: { readonly source: InboxSource }) => {
  const { inbox: words } = useWords();
  const { items } = useSnapshot();
  const { homes } = useDependencies();
  const [address, setAddress] = useState(source.usualAddress);
  const [wrong, setWrong] = useState(false);
  const elsewhere = source.handover?.address;
  const place = homes?.place();
  // A book that was moved comes back by moving it, or two series of numbers would begin.
  const mayReturn = place?.at === "there" && place.copy === "none";

  const settle = async (to: string | undefined): Promise<void> => {
    const settled = await source.settleHome(to);
    setWrong(!settled);
    if (settled) location.reload();
  };

  return (
    <details className={css.home}>
      <summary>{elsewhere === undefined ? words.home.here : words.home.there(elsewhere)}</summary>
      <form
        className={css.homeForm}
        onSubmit={(event) => {
          event.preventDefault();
          void settle(address);
        }}
      >
        <label className={css.homeField}>
          <span className="small">{words.home.address}</span>
          <input
            className="field"
            value={address}
            inputMode="url"
            spellCheck={false}
            aria-invalid={wrong}
            onChange={(event) => setAddress(event.target.value)}
          />
        </label>
        <Button type="submit">{words.home.moveThere}</Button>
        {!mayReturn ? null : (
          <Button onClick={() => void settle(undefined)}>{words.home.moveHere}</Button>
        )}
        {elsewhere === undefined && items.size > 0 ? (
          <a className="btn" href="#/move">
            {words.home.carryAlong}
          </a>
        ) : null}
        <p className={css.homeNote} role="status">
          {wrong ? words.home.wrong : null}
          {!wrong && elsewhere === undefined && items.size > 0
            ? words.home.stays(items.size)
            : null}
        </p>
      </form>
    </details>
  );
};
