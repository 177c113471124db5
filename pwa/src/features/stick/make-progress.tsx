import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords, type Words } from "../../locales/index.ts";
import type { MakeWork } from "./make-desk.ts";
import css from "./stick.module.css";

interface Shown {
  readonly said: string;
  readonly more: string;
  readonly done: number;
  readonly total: number;
}

/** Nobody believes a speed that was measured for less than this. Milliseconds. */
const SETTLED = 3_000;

const shownOf = (work: MakeWork, now: number, words: Words["stick"]): Shown | undefined => {
  switch (work.type) {
    case "nothing":
    case "looking":
      return undefined;
    case "preparing":
      return { said: words.preparing, more: "", done: 0, total: 1 };
    case "zipping":
      return {
        said: words.zipping,
        more: `${sizeInWords(work.done)} / ${sizeInWords(work.total)}`,
        done: work.done,
        total: work.total,
      };
    case "copying": {
      const { place, count, file, done, total } = work.progress;
      const millis = now - work.since;
      // Every byte counts twice, written and read back; people count it once.
      const rate = millis < SETTLED || done === 0 ? undefined : done / millis;
      return {
        said: words.copying(place, count, file.title),
        more: [
          words.ofBytes(sizeInWords(done / 2), sizeInWords(total / 2)),
          ...(rate === undefined
            ? []
            : [
                words.rate(sizeInWords((rate / 2) * 1000)),
                words.secondsLeft((total - done) / rate / 1000),
              ]),
        ].join(" · "),
        done,
        total,
      };
    }
  }
};

/** How far the stick is, file by file, with a way to stop. */
export const MakeProgress = ({
  work,
  stop,
}: {
  readonly work: MakeWork;
  readonly stop: () => void;
}) => {
  const { stick: words } = useWords();
  const { clock } = useDependencies();
  const shown = shownOf(work, clock.now(), words);
  if (shown === undefined) return null;
  return (
    <div className={css.work}>
      <progress aria-label={shown.said} max={Math.max(1, shown.total)} value={shown.done} />
      <span className="grow">
        <b className="clip">{shown.said}</b>
        <span className="small n">{shown.more}</span>
      </span>
      <Button onClick={stop}>{words.stop}</Button>
    </div>
  );
};
