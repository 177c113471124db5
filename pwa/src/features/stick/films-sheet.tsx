import { BadgeCheck, TriangleAlert } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords, type Words } from "../../locales/index.ts";
import { bytesOfFiles, type FolderFailure } from "../../storage/book-folder/index.ts";
import type { ReadResult, ReadWork, StickOnDesk } from "./read-desk.ts";
import css from "./stick.module.css";
import type { Reading } from "./use-reading.ts";
import type { StickFacts, StickFilm } from "./what-is-on-it.ts";

const failureIn = (failure: FolderFailure, words: Words["stick"]["takeFailures"]): string => {
  switch (failure.type) {
    case "differs":
    case "folder-full":
    case "folder-gone":
    case "no-leave":
    case "stopped":
      return words[failure.type];
    case "read-only":
    case "too-big":
    case "source-broken":
    case "not-copied":
      return words.other;
  }
};

const Rows = ({
  films,
  label,
}: {
  readonly films: readonly StickFilm[];
  readonly label: string;
}) => (
  <ul className={css.films} aria-label={label}>
    {films.map(({ item, file }) => (
      <li key={file.hash}>
        {item.number == null ? null : <NumberTag number={item.number} size="s" />}
        <a className="clip grow" href={`#/library/${item.id}`}>
          {item.title}
        </a>
        <span className="n small">{sizeInWords(file.size)}</span>
      </li>
    ))}
  </ul>
);

const Progress = ({ work, stop }: { readonly work: ReadWork; readonly stop: () => void }) => {
  const { stick: words } = useWords();
  if (!("title" in work)) return null;
  const said = words[work.type](work.title);
  return (
    <div className={css.work}>
      <progress aria-label={said} max={Math.max(1, work.total)} value={work.done} />
      <span className="grow">
        <b className="clip">{said}</b>
        <span className="small n">
          {sizeInWords(work.done)} / {sizeInWords(work.total)}
        </span>
      </span>
      <Button onClick={stop}>{words.stop}</Button>
    </div>
  );
};

const saidOf = (result: ReadResult, words: Words["stick"]): readonly string[] => {
  switch (result.type) {
    case "none":
    case "receipts":
    case "receipts-not-kept":
      return [];
    case "lying":
      return [words.lying(result.count)];
    case "taken":
    case "mended": {
      const { taken, stopped } = result.outcome;
      const count = taken.length;
      const brought =
        result.type === "mended"
          ? words.mended(count)
          : words.taken(count, sizeInWords(bytesOfFiles(taken)));
      return [
        ...(count === 0 ? [] : [brought]),
        ...(stopped === undefined ? [] : [failureIn(stopped, words.takeFailures)]),
      ];
    }
  }
};

const Result = ({ result }: { readonly result: ReadResult }) => {
  const { stick: words } = useWords();
  const said = saidOf(result, words);
  const failed = result.type === "taken" || result.type === "mended" ? result.failed : [];
  const isWhole =
    failed.length === 0 &&
    (result.type === "lying" ||
      ((result.type === "taken" || result.type === "mended") &&
        result.outcome.stopped === undefined));
  return (
    <div role="status">
      {said.length + failed.length === 0 ? null : (
        <div className={`note ${isWhole ? "ok" : "warn"} ${css.result ?? ""}`}>
          <Icon of={isWhole ? BadgeCheck : TriangleAlert} />
          <div className={css.said}>
            {said.map((line) => (
              <span key={line}>{line}</span>
            ))}
            {failed.length === 0 ? null : (
              <>
                <b>{words.notTaken}</b>
                <ul>
                  {failed.map(({ title, failure }) => (
                    <li key={title}>
                      {title}{" "}
                      <span className="small">{failureIn(failure, words.takeFailures)}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </div>
      )}
    </div>
  );
};

/** The films of this book that the stick has and this PC lacks, or has broken: copied, mended, or played in place. */
export const FilmsSheet = ({
  reading,
  on,
  facts,
}: {
  readonly reading: Reading;
  readonly on: StickOnDesk;
  readonly facts: StickFacts;
}) => {
  const { stick: words } = useWords();
  const { desk, state } = reading;
  const { lacking, broken } = facts;
  const busy = state.work.type !== "nothing";
  const lies = lacking.some(({ file }) => state.inPlace.has(file.hash));
  return (
    <section className={`sheet ${css.part ?? ""}`} aria-labelledby="stick-films">
      <h2 id="stick-films">{words.take}</h2>
      {broken.length === 0 ? null : (
        <>
          <p>
            <b>{words.broken(broken.length)}</b>
          </p>
          <Rows films={broken} label={words.broken(broken.length)} />
          <div className={css.acts}>
            <Button disabled={busy} onClick={() => void desk.mend(broken)}>
              {words.mend(broken.length)}
            </Button>
          </div>
        </>
      )}
      {lacking.length === 0 ? (
        <p className="dim">{words.lackingNone}</p>
      ) : (
        <>
          <p>
            <b>
              {words.lacking(
                lacking.length,
                sizeInWords(bytesOfFiles(lacking.map(({ file }) => file))),
              )}
            </b>
          </p>
          <Rows films={lacking} label={words.take} />
          <div className={css.acts}>
            <Button look="go" disabled={busy} onClick={() => void desk.take(lacking)}>
              {words.takeAll(lacking.length)}
            </Button>
            {!on.canStay ? null : lies ? (
              <Button disabled={busy} onClick={() => void desk.playInPlace([])}>
                {words.notInPlace}
              </Button>
            ) : (
              <Button disabled={busy} onClick={() => void desk.playInPlace(lacking)}>
                {words.inPlace}
              </Button>
            )}
          </div>
          {on.canStay ? (
            <p className="small">
              {words.inPlaceWhy} <a href="#/pre-flight">{words.toPreFlight}</a>
            </p>
          ) : null}
        </>
      )}
      <Progress work={state.work} stop={desk.stop} />
      <Result result={state.result} />
    </section>
  );
};
