import { Laptop } from "lucide-react";
import { useId, useState } from "react";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import type { MetOnce } from "./last-meeting.ts";
import css from "./meeting.module.css";
import type { MeetingDesk, MeetingState } from "./meeting-desk.ts";
import { useMeetingWords, whenInWords } from "./meeting-words.ts";

type Other = MetOnce["others"][number];

/** The PCs that were at the place, and how one that is no more is let go; what lies there. */
export const PcsSheet = ({
  desk,
  state,
}: {
  readonly desk: MeetingDesk;
  readonly state: MeetingState;
}) => {
  const words = useMeetingWords();
  const { clock } = useDependencies();
  const { post } = useIdentity();
  const [asking, setAsking] = useState<Other["device"]>();
  const id = useId();
  const others = state.last.met?.others ?? [];
  const row = ({ device, post: theirs, at }: Other) => (
    <li key={device}>
      <Icon of={Laptop} />
      <span className="grow">
        <b>{words.other(theirs)}</b>
        <span className="small">{words.pcWrote(whenInWords(at, clock.now(), words))}</span>
      </span>
      {asking === device ? null : (
        <Button look="text" disabled={state.work !== undefined} onClick={() => setAsking(device)}>
          {words.letGo}
        </Button>
      )}
      {asking === device ? (
        <div className="note bad">
          <span className="grow">{words.letGoWhat}</span>
          <Button
            look="bad"
            onClick={() => {
              setAsking(undefined);
              void desk.letGo(device);
            }}
          >
            {words.letGoDo}
          </Button>
          <Button look="text" onClick={() => setAsking(undefined)}>
            {words.leaveIt}
          </Button>
        </div>
      ) : null}
    </li>
  );
  return (
    <section className={`sheet ${css.part ?? ""}`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.pcs}</h2>
      <ul className={css.pcs}>
        <li>
          <Icon of={Laptop} />
          <b>{words.pcsThis(post)}</b>
        </li>
        {others.map(row)}
      </ul>
      {others.length === 0 ? <p>{words.pcsNone}</p> : null}
      <h3>{words.whatTitle}</h3>
      <p>{words.what}</p>
      <p>{words.whatNames}</p>
    </section>
  );
};
