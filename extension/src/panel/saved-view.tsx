import { Button, Key } from "@dianbo/pwa/design/button.tsx";
import { NumberTag } from "@dianbo/pwa/design/number-tag.tsx";
import { CATEGORY_NAMES } from "@dianbo/shared/category";
import { type Clip, type ClipFileState, shareOf } from "@dianbo/shared/clip";
import { findSameSource, isListed } from "@dianbo/shared/courseware";
import { CircleCheck, Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ClipDesk } from "../clipping/clip-desk.ts";
import { cancelDownload } from "../downloading/index.ts";
import { useWords, type Words } from "../locales/index.ts";
import styles from "./clip-panel.module.css";
import { openApp } from "./open-app.ts";
import { sizeInWords } from "./sizes-in-words.ts";
import type { PictureState, SaveState } from "./use-save.ts";

const fileInWords = (file: ClipFileState, words: Words["panel"]): string | undefined => {
  switch (file.state) {
    case "none":
      return undefined;
    case "waiting":
      return words.fileWaiting;
    case "downloading": {
      const coming = words.fileComing(
        sizeInWords(file.received),
        file.total == null ? undefined : sizeInWords(file.total),
      );
      return file.note == null ? coming : `${coming} · ${words.fileNotes[file.note]}`;
    }
    case "held":
      return words.fileHeld.play;
    case "failed":
      return words.fileFailed[file.reason];
  }
};

const picturesInWords = (pictures: PictureState, words: Words["panel"]): string | undefined => {
  switch (pictures.state) {
    case "none":
      return undefined;
    case "fetching":
      return words.fetchingPictures(pictures.done, pictures.all);
    case "fetched":
      return pictures.missing === 0 ? undefined : words.picturesMissing(pictures.missing);
    case "refused":
      return words.refusedPictures;
  }
};

/** How the file of a saved clip stands: a bar where there is a true total, always words. */
const FileLine = ({
  file,
  onStop,
}: {
  readonly file: ClipFileState;
  readonly onStop: () => void;
}) => {
  const words = useWords();
  const said = fileInWords(file, words);
  if (said === undefined) return null;
  const share = file.state === "downloading" ? shareOf(file) : undefined;
  const isComing = file.state === "downloading" || file.state === "waiting";
  return (
    <div className={styles.file}>
      {share === undefined ? null : (
        <progress className={styles.bar} value={share} max={1} aria-label={said} />
      )}
      <div className="row">
        <span className={`grow ${file.state === "failed" ? "st warn" : ""}`}>{said}</span>
        {isComing ? (
          <Button look="text" onClick={onStop}>
            {words.stopDownload}
          </Button>
        ) : null}
        {isComing || file.state === "failed" ? (
          <Button look="text" onClick={() => openApp("/downloads")}>
            {words.toDownloads}
          </Button>
        ) : null}
      </div>
    </div>
  );
};

/** One file that comes with what was saved; out of the inbox it has arrived. */
const ComingFile = ({
  clip,
  file,
  desk,
}: {
  readonly clip: Clip;
  readonly file: ClipFileState | undefined;
  readonly desk: ClipDesk;
}) => {
  const words = useWords();
  const hasArrived = desk.library?.snapshot().items.get(clip.id)?.media != null;
  if (file === undefined && hasArrived) {
    return (
      <p className={styles.file}>{words.fileHeld[clip.kind === "document" ? "read" : "play"]}</p>
    );
  }
  return (
    <FileLine file={file ?? clip.file} onStop={() => void cancelDownload(clip.id, desk.inbox)} />
  );
};

/** The file turned out to be one that another item has: said, with the way to it. */
const SameFile = ({ clip, desk }: { readonly clip: Clip; readonly desk: ClipDesk }) => {
  const words = useWords();
  const items = desk.library?.snapshot().items;
  const hash = items?.get(clip.id)?.media?.hash;
  const same =
    items === undefined || hash === undefined
      ? undefined
      : findSameSource(items.values(), { hash, except: clip.id });
  if (same === undefined || !isListed(same)) return null;
  const number = same.number ?? undefined;
  return (
    <div className={styles.file}>
      <p className="st warn">{words.sameFileAs(number, same.title)}</p>
      <div className={styles.ways}>
        <Button onClick={() => openApp(`/library/${same.id}`)}>{words.openHeld(number)}</Button>
      </div>
    </div>
  );
};

/** The clip is saved: what was kept, under which number, and the way back. */
export const SavedView = ({
  state,
  clips,
  desk,
  onUndo,
}: {
  readonly state: Extract<SaveState, { state: "saved" }>;
  /** The inbox as it is now, for the state of the files. */
  readonly clips: ReadonlyMap<string, Clip>;
  readonly desk: ClipDesk;
  readonly onUndo: () => void;
}) => {
  const words = useWords();
  const head = useRef<HTMLHeadingElement>(null);
  const { clip, number, attached } = state.saved;
  useEffect(() => head.current?.focus(), []);
  const name = clip.category == null ? undefined : CATEGORY_NAMES[clip.category];
  const saved = (): string => {
    if (state.saved.replaced !== undefined && !state.refiled) {
      return state.saved.replaced.where === "library" ? words.replaced : words.replacedInInbox;
    }
    if (name === undefined) return words.savedUnfiled;
    if (state.refiled) return words.refiled(name);
    return number === undefined ? words.savedHosted(name) : words.saved(name);
  };
  return (
    <div className={styles.saved}>
      <div aria-live="polite" className={styles.answer}>
        <CircleCheck className="i" aria-hidden="true" size={24} strokeWidth={1.75} />
        <h2 ref={head} tabIndex={-1}>
          {saved()}
        </h2>
        {number === undefined ? null : <NumberTag number={number} size="xl" />}
      </div>
      <p className={styles.savedTitle}>{clip.title}</p>
      <p aria-live="polite" className="small">
        {picturesInWords(state.pictures, words)}
      </p>
      <ComingFile clip={clip} file={clips.get(clip.id)?.file} desk={desk} />
      <SameFile clip={clip} desk={desk} />
      {attached.map((hanging) => (
        <div key={hanging.clip.id} className={styles.attached}>
          <p className="row">
            {hanging.number === undefined ? null : <NumberTag number={hanging.number} size="s" />}
            <span>{hanging.clip.title}</span>
          </p>
          <ComingFile clip={hanging.clip} file={clips.get(hanging.clip.id)?.file} desk={desk} />
        </div>
      ))}
      <div className={styles.back}>
        <Button
          icon={<Undo2 className="i" aria-hidden="true" size={20} strokeWidth={1.75} />}
          onClick={onUndo}
        >
          {words.undo}
          <Key>Ctrl Z</Key>
        </Button>
        {name === undefined ? null : <span className="hint">{words.pressToRefile}</span>}
      </div>
    </div>
  );
};
