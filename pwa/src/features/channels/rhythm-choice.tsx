import { type CheckRhythm, checkRhythmSchema } from "@dianbo/shared/channel";
import * as v from "valibot";
import { useWords } from "../../locales/index.ts";

/** How often a channel looks for news by itself. */
export const RhythmChoice = ({
  name,
  rhythm,
  choose,
}: {
  /** What the choice is called, for readers of the screen. */
  readonly name: string;
  readonly rhythm: CheckRhythm;
  readonly choose: (rhythm: CheckRhythm) => void;
}) => {
  const { channels: words } = useWords();
  return (
    <select
      className="field"
      aria-label={name}
      value={rhythm}
      onChange={({ target }) => choose(v.parse(checkRhythmSchema, target.value))}
    >
      {checkRhythmSchema.options.map((one) => (
        <option key={one} value={one}>
          {words.rhythms[one]}
        </option>
      ))}
    </select>
  );
};
