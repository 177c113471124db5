import {
  CloudDownload,
  Film,
  GitBranch,
  Hash,
  ListPlus,
  type LucideIcon,
  PencilLine,
} from "lucide-react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords, type Words } from "../../locales/index.ts";
import type { FilmFacts } from "./film-facts.ts";
import css from "./list-preview.module.css";
import type { factsOf } from "./taking.ts";

const Line = ({
  icon,
  what,
  note,
}: {
  readonly icon: LucideIcon;
  readonly what: string;
  readonly note?: string;
}) => (
  <li>
    <Icon of={icon} />
    <div>
      <b>{what}</b>
      {note === undefined ? null : <div className="small">{note}</div>}
    </div>
  </li>
);

/** What taking the list does, in plain sentences, and the two ways on. */
export const Consequences = ({
  facts,
  films,
  failure,
  settled,
  busy,
  nothing,
  go,
  take,
  leave,
}: {
  readonly facts: ReturnType<typeof factsOf>;
  /** The films of what would be taken. */
  readonly films: FilmFacts;
  readonly failure: keyof Words["sharing"]["failures"] | undefined;
  /** Whether some differences are settled by the list's values. */
  readonly settled: boolean;
  readonly busy: boolean;
  readonly nothing: boolean;
  /** The word on the button. */
  readonly go: string;
  readonly take: () => void;
  readonly leave: () => void;
}) => {
  const { sharing: words } = useWords();
  return (
    <aside className={`sheet ${css.beside ?? ""}`} aria-labelledby="what-happens">
      <div className="sh">
        <h2 id="what-happens">{words.whatHappens}</h2>
      </div>
      <ul className={css.what}>
        {facts.items + facts.menus === 0 ? null : (
          <Line icon={ListPlus} what={words.more(facts.items, facts.menus)} note={words.moreNote} />
        )}
        {facts.changed === 0 ? null : (
          <Line
            icon={PencilLine}
            what={words.changes(facts.changed)}
            note={settled ? words.settledNote : words.changesNote}
          />
        )}
        {facts.differing === 0 ? null : (
          <Line icon={GitBranch} what={words.bothKept(facts.differing)} note={words.bothKeptNote} />
        )}
        <Line icon={Hash} what={words.numbersStay} />
        {films.coming.size === 0 ? null : (
          <Line
            icon={Film}
            what={words.filmsAlong(films.coming.size, sizeInWords(films.bytes))}
            note={words.filmsAlongNote}
          />
        )}
        {films.missing.length === 0 || nothing ? null : (
          <Line
            icon={CloudDownload}
            what={
              films.coming.size === 0 ? words.onlyList : words.filmsMissing(films.missing.length)
            }
            note={words.gapsNote(
              films.missing.length,
              films.missingBytes === undefined ? "" : sizeInWords(films.missingBytes),
            )}
          />
        )}
      </ul>
      <div className={css.ways}>
        <p role="alert" className="bad">
          {failure === undefined ? "" : words.failures[failure]}
        </p>
        <Button look="go" disabled={busy || nothing || failure !== undefined} onClick={take}>
          {busy ? words.taking : go}
        </Button>
        <Button onClick={leave}>{words.notNow}</Button>
        <p className="hint">{words.allOrNothing}</p>
      </div>
    </aside>
  );
};
