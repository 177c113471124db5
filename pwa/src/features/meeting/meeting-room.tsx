import { Opening } from "../../app/opening.tsx";
import { BackLink } from "../../design/back-link.tsx";
import { ChoosePlace } from "./choose-place.tsx";
import css from "./meeting.module.css";
import { useMeetingWords } from "./meeting-words.ts";
import { PcsSheet } from "./pcs-sheet.tsx";
import { PlaceSheet } from "./place-sheet.tsx";
import { useMeeting } from "./use-meeting.ts";

/** Where the PCs of one site meet: the place, a meeting, how it went, who else was there. */
export const MeetingRoom = () => {
  const words = useMeetingWords();
  const { desk, state, refusal, press } = useMeeting(true);
  if (state === undefined) return <Opening />;
  const { place } = state;
  return (
    <main className={`main ${css.main ?? ""}`}>
      <div className="head">
        <BackLink to="#/settings" name={words.back} />
        <h1>{words.title}</h1>
      </div>
      <p>{words.lead}</p>
      {state.canSeal ? null : <p className="note warn">{words.noSeal}</p>}
      {state.canSeal && place === undefined ? (
        <>
          <p role="alert" className={css.alert}>
            {refusal === undefined ? "" : words.refusals[refusal]}
          </p>
          <ChoosePlace desk={desk} state={state} press={press} />
        </>
      ) : null}
      {state.canSeal && place !== undefined ? (
        <div className={css.halves}>
          <PlaceSheet desk={desk} state={state} place={place} refusal={refusal} press={press} />
          <PcsSheet desk={desk} state={state} />
        </div>
      ) : null}
    </main>
  );
};
