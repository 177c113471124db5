import { Button } from "../../design/button.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords, type Words } from "../../locales/index.ts";
import css from "./book-folder.module.css";
import type { FolderDesk, FolderWork } from "./folder-desk.ts";

interface Shown {
  readonly said: string;
  readonly more: string;
  readonly done: number;
  readonly total: number;
}

const shownOf = (work: FolderWork, words: Words["bookFolder"]): Shown | undefined => {
  switch (work.type) {
    case "nothing":
    case "looking":
      return undefined;
    case "copying": {
      const { progress } = work;
      if (progress === undefined) return { said: words.looking, more: "", done: 0, total: 1 };
      const { place, count, file, done, total } = progress;
      return {
        said: words.copying(place, count, file.title),
        // Every byte counts twice, written and read back; people count it once.
        more: words.ofBytes(sizeInWords(done / 2), sizeInWords(total / 2)),
        done,
        total,
      };
    }
    case "freeing":
    case "bringing":
      return {
        said: words[work.type],
        more: `${sizeInWords(work.done)} / ${sizeInWords(work.total)}`,
        done: work.done,
        total: work.total,
      };
  }
};

/** How far the present act is, with a way to stop. */
export const WorkLine = ({
  work,
  desk,
}: {
  readonly work: FolderWork;
  readonly desk: FolderDesk;
}) => {
  const { bookFolder: words } = useWords();
  const shown = shownOf(work, words);
  if (shown === undefined) return null;
  const { said, more, done, total } = shown;
  return (
    <div className={css.work}>
      <progress aria-label={said} max={Math.max(1, total)} value={done} />
      <span className="grow">
        <b className="clip">{said}</b>
        <span className="small n">{more}</span>
      </span>
      <Button onClick={() => desk.stop()}>{words.stop}</Button>
    </div>
  );
};
