import { Coffee, Film, Hash, Square } from "lucide-react";
import { useDependencies } from "../../../app/library-context.tsx";
import { REST_MINUTES } from "../rest.ts";
import type { Room } from "../use-room.ts";
import styles from "./host.module.css";
import { HostButton } from "./host-button.tsx";
import { useTwoScreensWords } from "./words.ts";

/** What the projector is to show: the programme, the title, an intermission, nothing. */
export const HostOut = ({
  room: { state, send },
  onStage,
  show,
  lit,
}: {
  readonly room: Room;
  /** The programme is what everybody sees now. */
  readonly onStage: boolean;
  readonly show: (what: "stage" | "keypad") => void;
  /** Brings the light back first. */
  readonly lit: (then: () => void) => () => void;
}) => {
  const words = useTwoScreensWords();
  const { clock } = useDependencies();
  const title = state.front === "keypad" && state.rest === undefined && !state.black;
  return (
    <fieldset className={styles["out"]}>
      <legend>{words.shows}</legend>
      <HostButton icon={Film} chosen={onStage} onPress={lit(() => show("stage"))}>
        {words.programme}
      </HostButton>
      <HostButton icon={Hash} chosen={title} onPress={lit(() => show("keypad"))}>
        {words.keypad}
      </HostButton>
      <HostButton
        icon={Coffee}
        chosen={state.rest !== undefined && !state.black}
        onPress={lit(() =>
          send({ type: "rest", rest: { minutes: REST_MINUTES, since: clock.now() } }),
        )}
      >
        {words.rest}
      </HostButton>
      <HostButton
        icon={Square}
        chosen={state.black}
        onPress={() => send({ type: "black", on: !state.black })}
      >
        {words.black}
      </HostButton>
    </fieldset>
  );
};
