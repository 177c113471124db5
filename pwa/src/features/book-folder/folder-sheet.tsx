import { type BookFile, FAT32_LIMIT } from "@dianbo/shared/book-folder";
import { FolderCheck, FolderInput, FolderOpen } from "lucide-react";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import css from "./book-folder.module.css";
import type { FolderDesk, FolderState } from "./folder-desk.ts";
import { ResultLine } from "./result-line.tsx";
import { WorkLine } from "./work-line.tsx";

const sizeOf = (files: readonly BookFile[]): string =>
  sizeInWords(files.reduce((sum, { size }) => sum + size, 0));

/** What the folder has and lacks, and the way to bring it there. */
const Inside = ({ desk, state }: { readonly desk: FolderDesk; readonly state: FolderState }) => {
  const { bookFolder: words } = useWords();
  const [freesFirst, setFreesFirst] = useState(false);
  const { book, held, work } = state;
  if (book === undefined) return null;
  const { there, missing } = book;
  const onlyThere = there.filter(({ hash }) => !held.has(hash));
  const twice = there.length - onlyThere.length;
  const big = missing.filter(({ size }) => size >= FAT32_LIMIT).length;
  const busy = work.type !== "nothing";
  return (
    <>
      <ul className={css.facts}>
        {there.length === 0 ? null : (
          <li>
            {words.inFolder(there.length, sizeOf(there))}
            {onlyThere.length === 0 ? null : (
              <span className="dim"> · {words.onlyThere(onlyThere.length)}</span>
            )}
          </li>
        )}
        <li>
          {missing.length > 0
            ? words.missing(missing.length, sizeOf(missing))
            : there.length > 0
              ? words.nothingMissing
              : words.nothingYet}
        </li>
      </ul>
      {big === 0 ? null : <p className="note warn">{words.tooBig(big)}</p>}
      {missing.length + twice === 0 ? null : (
        <>
          <label className={css.tick}>
            <input
              type="checkbox"
              checked={freesFirst}
              disabled={busy}
              onChange={(event) => setFreesFirst(event.target.checked)}
            />
            <span>
              {words.freesFirst}
              <span className="small">{words.freesFirstWhy}</span>
            </span>
          </label>
          {missing.length === 0 && !freesFirst ? null : (
            <div className={css.acts}>
              <Button look="go" disabled={busy} onClick={() => void desk.copy(freesFirst)}>
                {missing.length > 0 ? words.copy(missing.length) : words.freeNow}
              </Button>
            </div>
          )}
        </>
      )}
      {onlyThere.length === 0 ? null : (
        <div className={css.acts}>
          <Button look="text" disabled={busy} onClick={() => void desk.bring(onlyThere)}>
            {words.bringAll(onlyThere.length)}
          </Button>
        </div>
      )}
    </>
  );
};

/** The folder: chosen, opened again, copied into. */
export const FolderSheet = ({
  desk,
  state,
}: {
  readonly desk: FolderDesk;
  readonly state: FolderState;
}) => {
  const { bookFolder: words } = useWords();
  const { canChoose, name, leave, refused, work } = state;
  const busy = work.type !== "nothing";
  return (
    <section className={`sheet ${css.part ?? ""}`} aria-labelledby="book-folder">
      <div className={css.top}>
        <h2 id="book-folder">{words.folder}</h2>
        {name === undefined ? null : (
          <span className={css.name}>
            <Icon of={leave ? FolderCheck : FolderOpen} size={18} />
            <b className="clip">{name}</b>
          </span>
        )}
        {name === undefined ? null : (
          <span className="end row">
            <Button look="text" disabled={busy} onClick={() => void desk.choose()}>
              {words.other}
            </Button>
            <Button look="text" disabled={busy} onClick={() => void desk.forget()}>
              {words.forget}
            </Button>
          </span>
        )}
      </div>
      <p className="dim">{words.lead}</p>
      {canChoose || name !== undefined ? null : <p className="note">{words.cannot}</p>}
      {canChoose && name === undefined ? (
        <div className={css.acts}>
          <Button look="go" icon={<Icon of={FolderInput} />} onClick={() => void desk.choose()}>
            {words.choose}
          </Button>
        </div>
      ) : null}
      {name !== undefined && !leave ? (
        <div className={`note warn ${css.ask ?? ""}`}>
          <span className="grow">{words.lapsed(name)}</span>
          <Button onClick={() => void desk.allow()}>{words.allow(name)}</Button>
        </div>
      ) : null}
      {refused === undefined ? null : <p className="note warn">{words.failures[refused.type]}</p>}
      <Inside desk={desk} state={state} />
      <WorkLine work={work} desk={desk} />
      <ResultLine result={state.result} name={name ?? ""} />
    </section>
  );
};
