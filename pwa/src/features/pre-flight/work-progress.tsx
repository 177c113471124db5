import type { Words } from "../../locales/index.ts";
import type { Work } from "./use-pre-flight.ts";

const Bar = ({
  max,
  value,
  says,
}: {
  readonly max: number;
  readonly value: number;
  readonly says: string;
}) => (
  <>
    <p role="status">{says}</p>
    <progress max={max} value={Math.min(max, value)} aria-label={says} />
  </>
);

/** What is being done just now, and how far it is. */
export const WorkProgress = ({
  work,
  words,
}: {
  readonly work: Work;
  readonly words: Words["preFlight"];
}) => {
  switch (work.type) {
    case "nothing":
      return null;
    case "trying":
      return (
        <Bar
          max={work.total}
          value={work.at + work.share}
          says={words.trying(work.at + 1, work.total)}
        />
      );
    case "copying":
    case "repairing":
      return <Bar max={1} value={work.share} says={words[work.type](work.title)} />;
  }
};
