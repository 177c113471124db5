import { useDownloadTarget } from "../../app/site-target.ts";
import { Choice } from "../../design/choice.tsx";
import { useWords } from "../../locales/index.ts";
import { Row } from "./settings-row.tsx";

const DAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** How often a week the site means to go online: its own figure, by which nobody else measures it. */
export const TargetRow = () => {
  const words = useWords().settings;
  const { days, set } = useDownloadTarget();
  return (
    <Row name={words.target} hint={words.targetHint}>
      <Choice
        name={words.target}
        options={DAYS.map((value) => ({ value, word: value }))}
        chosen={DAYS.find((value) => Number(value) === days) ?? "2"}
        onChoose={(value) => set(Number(value))}
      />
    </Row>
  );
};
