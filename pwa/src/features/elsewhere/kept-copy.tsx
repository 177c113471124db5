import { useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { gapAfter } from "../../design/gap-after.ts";
import { useWords } from "../../locales/index.ts";
import { dropNames, emptyLibrary, readStoredRecords } from "../../storage/index.ts";
import css from "./elsewhere.module.css";
import { hashesInRecords } from "./move-shelf.ts";
import { daysToKeep, openAnew, useHomes, useNow } from "./use-homes.ts";

/** Deletes the copy that was left behind: its rows first, then its files that nothing else uses. */
const useDropCopy = (): (() => Promise<boolean>) => {
  const { library, media, newId } = useDependencies();
  const homes = useHomes();
  return async () => {
    const files = hashesInRecords((await readStoredRecords(library)).records);
    const used = await homes.filesInUse();
    const emptied = await emptyLibrary(library, newId);
    if (!emptied.ok) return false;
    // Names did not move along: what lies here of them would lie here for ever.
    await dropNames();
    for (const hash of files) if (!used.has(hash)) await media.remove(hash);
    const place = homes.place();
    if (place.at === "there") await homes.settle({ ...place, copy: "none" });
    return true;
  };
};

/** The copy from before the move: kept a week, then it may go, by a button and a second one. */
export const KeptCopy = ({ since }: { readonly since: number }) => {
  const { elsewhere: words } = useWords();
  const days = daysToKeep(since, useNow());
  const drop = useDropCopy();
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const said = failed ? words.dropFailed : asked ? words.dropSure : words.kept;
  return (
    <div className={`note ${css.note ?? ""}`}>
      <p className="grow" role="status">
        {said}
        {days > 0 ? gapAfter(said) + words.keptFor(days) : null}
      </p>
      {days > 0 || asked ? null : <Button onClick={() => setAsked(true)}>{words.dropKept}</Button>}
      {asked ? (
        <>
          <Button
            look="bad"
            onClick={() =>
              void drop().then((dropped) => {
                if (dropped) openAnew("/");
                else setFailed(true);
              })
            }
          >
            {words.dropYes}
          </Button>
          <Button onClick={() => setAsked(false)}>{words.dropNo}</Button>
        </>
      ) : null}
    </div>
  );
};
