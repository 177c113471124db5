import type { MeetingProgress } from "@dianbo/shared/meeting";
import { Button } from "../../design/button.tsx";
import css from "./meeting.module.css";
import { type MeetingWords, useMeetingWords } from "./meeting-words.ts";

const saidOf = ({ phase, done, total }: MeetingProgress, words: MeetingWords): string => {
  switch (phase) {
    case "looking":
      return words.looking;
    case "reading":
      return words.reading(done, total);
    case "writing":
      return words.writing(done, total);
  }
};

/** How far a meeting is, with a way to stop. */
export const WorkLine = ({
  work,
  stop,
}: {
  readonly work: MeetingProgress;
  readonly stop: () => void;
}) => {
  const words = useMeetingWords();
  const said = saidOf(work, words);
  return (
    <div className={css.work}>
      <progress aria-label={said} max={Math.max(1, work.total)} value={work.done} />
      <span className="grow n">{said}</span>
      <Button onClick={stop}>{words.stop}</Button>
    </div>
  );
};
