import { ArrowLeftRight } from "lucide-react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import css from "./meeting.module.css";
import { lastInWords, useMeetingWords } from "./meeting-words.ts";
import { useMeeting } from "./use-meeting.ts";

/** The line on the start page: when this PC met the others, and the button that does it again. */
export const MeetingLine = () => {
  const words = useMeetingWords();
  const { clock } = useDependencies();
  const { desk, state, refusal, press } = useMeeting();
  if (state?.place === undefined || !state.canSeal) return null;
  const { last, door, place, work } = state;
  const said =
    refusal === undefined
      ? door === "needs-leave"
        ? words.leaveNeeded(place.name)
        : (lastInWords(last, clock.now(), words) ?? words.lineNever)
      : words.refusals[refusal];
  return (
    <div className={css.line} role="status">
      <Icon of={ArrowLeftRight} size={18} />
      <span>{work === undefined ? said : words.looking}</span>
      <Button
        look="text"
        className={css.end}
        disabled={work !== undefined}
        onClick={() => press(() => desk.meet())}
      >
        {words.meet}
      </Button>
      <a href="#/meeting" className="small">
        {words.lineLook}
      </a>
    </div>
  );
};

/** The same in the settings. */
export const MeetingSetting = () => {
  const words = useMeetingWords();
  const { clock } = useDependencies();
  const { state } = useMeeting();
  return (
    <div className={css.setting}>
      <span>{state?.place === undefined ? "" : lastInWords(state.last, clock.now(), words)}</span>
      <a className="btn" href="#/meeting">
        {words.settingsOpen}
      </a>
    </div>
  );
};
