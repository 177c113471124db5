import type { CheckRhythm } from "@dianbo/shared/channel";
import {
  HardDrive,
  History,
  KeyRound,
  Library,
  type LucideIcon,
  PencilOff,
  Search,
} from "lucide-react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords, type Words } from "../../locales/index.ts";
import type { LookedAt } from "../../storage/channels/index.ts";
import css from "./release-preview.module.css";
import { RhythmChoice } from "./rhythm-choice.tsx";

const Line = ({
  icon,
  what,
  note,
  loud = false,
}: {
  readonly icon: LucideIcon;
  readonly what: string;
  readonly note: string;
  readonly loud?: boolean;
}) => (
  <li className={loud ? css.loud : undefined}>
    <Icon of={icon} />
    <div>
      <b>{what}</b>
      <div className="small">{note}</div>
    </div>
  </li>
);

/** Whether this site has met the key before. */
export const isTrusted = (key: LookedAt["key"]): boolean =>
  key === "known" || key === "known-site" || key === "pinned" || key === "told";

const keyNote = ({ key, knownFrom = "" }: LookedAt, words: Words["channels"]): string =>
  key === "known" || key === "known-site" ? words.keyNotes[key](knownFrom) : words.keyNotes[key];

/** What subscribing or updating does, in plain sentences, whose key it is, and the two ways on. */
export const ReleaseConsequences = ({
  looked,
  busy,
  rhythm,
  setRhythm,
  take,
  leave,
}: {
  readonly looked: LookedAt;
  readonly busy: boolean;
  /** How often it is to look for news by itself; absent where that is not asked. */
  readonly rhythm?: CheckRhythm;
  readonly setRhythm?: (rhythm: CheckRhythm) => void;
  readonly take: () => void;
  readonly leave: () => void;
}) => {
  const { channels: words } = useWords();
  const { standing, index, held, key, keyWords, bytes } = looked;
  const update = standing !== "subscribe";
  return (
    <aside className={`sheet ${css.beside ?? ""}`} aria-labelledby="what-happens">
      <div className="sh">
        <h2 id="what-happens">{update ? words.whatHappensUpdate : words.whatHappens}</h2>
      </div>
      <ul className={css.what}>
        <Line
          icon={KeyRound}
          what={keyWords === undefined ? words.keys.unsigned : words.keySays(keyWords)}
          note={keyNote(looked, words)}
          loud={!isTrusted(key)}
        />
        {held === undefined || held === index.release ? null : (
          <Line
            icon={History}
            what={words.fromRelease(held, index.release)}
            note={words.fromReleaseNote}
          />
        )}
        <Line icon={Library} what={words.shelvesStay} note={words.shelvesStayNote} />
        {update ? (
          <Line icon={PencilOff} what={words.ownStay} note={words.ownStayNote} />
        ) : (
          <Line icon={Search} what={words.searched} note={words.searchedNote} />
        )}
        <Line icon={HardDrive} what={words.takes(sizeInWords(bytes))} note={words.takesNote} />
      </ul>
      {rhythm === undefined || setRhythm === undefined ? null : (
        <div className={css.rhythm}>
          <b>{words.rhythm}</b>
          <RhythmChoice name={words.rhythm} rhythm={rhythm} choose={setRhythm} />
          <span className="small">{words.rhythmNote}</span>
        </div>
      )}
      <div className={css.ways}>
        {standing === "same" ? (
          <Button look="go" onClick={leave}>
            {words.same}
          </Button>
        ) : (
          <>
            <Button look="go" disabled={busy} onClick={take}>
              {busy ? words.working : update ? words.update : words.subscribe}
            </Button>
            <Button disabled={busy} onClick={leave}>
              {update ? words.notNowUpdate : words.notNow}
            </Button>
          </>
        )}
      </div>
    </aside>
  );
};
