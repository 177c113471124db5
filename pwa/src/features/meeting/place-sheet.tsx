import { ArrowLeftRight, FolderOpen, Globe } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import css from "./meeting.module.css";
import type { MeetingDesk, MeetingRefusal, MeetingState } from "./meeting-desk.ts";
import { type MeetingWords, useMeetingWords } from "./meeting-words.ts";
import { ResultNote } from "./result-note.tsx";
import { WorkLine } from "./work-line.tsx";

type Place = NonNullable<MeetingState["place"]>;

const wants = ({ door, place }: MeetingState, words: MeetingWords): string | undefined => {
  switch (door) {
    case "open":
      return undefined;
    case "needs-leave":
      return words.leaveNeeded(place?.name ?? "");
    case "needs-pin":
      return words.pinNeeded;
    case "needs-password":
      return words.passwordGone;
  }
};

/** The place that was chosen, the button that meets there, how it went last. */
export const PlaceSheet = ({
  desk,
  state,
  place,
  refusal,
  press,
}: {
  readonly desk: MeetingDesk;
  readonly state: MeetingState;
  readonly place: Place;
  readonly refusal: MeetingRefusal | undefined;
  readonly press: (act: () => Promise<MeetingRefusal | undefined>) => void;
}) => {
  const words = useMeetingWords();
  const { clock } = useDependencies();
  const [pin, setPin] = useState("");
  const [leaving, setLeaving] = useState(false);
  const id = useId();
  const isFolder = place.kind === "folder";
  const want = wants(state, words);
  const isFirst = state.last.met === undefined && state.last.failed === undefined;
  return (
    <section className={`sheet ${css.part ?? ""}`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.place}</h2>
      <p className={css.name}>
        <Icon of={isFolder ? FolderOpen : Globe} />
        <b>{isFolder ? words.placeFolder(place.name) : words.placeDav(place.name, place.user)}</b>
      </p>
      <form
        className={css.acts}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          press(() => desk.meet(pin));
          setPin("");
        }}
      >
        {state.namesLocked ? (
          <div className={css.cell}>
            <label htmlFor={`${id}-pin`}>{words.pin}</label>
            <input
              id={`${id}-pin`}
              className="field"
              type="password"
              autoComplete="off"
              maxLength={64}
              aria-describedby={`${id}-pin-hint`}
              value={pin}
              onChange={({ target }) => setPin(target.value)}
            />
            <span className="small" id={`${id}-pin-hint`}>
              {words.pinHint}
            </span>
          </div>
        ) : null}
        <Button
          look="go"
          type="submit"
          icon={<Icon of={ArrowLeftRight} />}
          disabled={state.work !== undefined}
        >
          {words.meet}
        </Button>
      </form>
      {want === undefined ? null : <p className="note warn">{want}</p>}
      <p role="alert" className={css.alert}>
        {refusal === undefined ? "" : words.refusals[refusal]}
      </p>
      {state.work === undefined ? null : <WorkLine work={state.work} stop={() => desk.stop()} />}
      <div role="status" className={css.stack}>
        {state.work !== undefined || isFirst ? null : (
          <ResultNote last={state.last} now={clock.now()} />
        )}
        {isFirst && state.work === undefined ? <p>{words.meetFirst}</p> : null}
      </div>
      <p className="small">{words.byItself}</p>
      {leaving ? (
        <div className="note">
          <span className="grow">{words.forgetWhat}</span>
          <Button
            look="bad"
            onClick={() => {
              setLeaving(false);
              void desk.forget();
            }}
          >
            {words.forgetDo}
          </Button>
          <Button look="text" onClick={() => setLeaving(false)}>
            {words.leaveIt}
          </Button>
        </div>
      ) : (
        <span>
          <Button look="text" onClick={() => setLeaving(true)}>
            {words.forget}
          </Button>
        </span>
      )}
    </section>
  );
};
