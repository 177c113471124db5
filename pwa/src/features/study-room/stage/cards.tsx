import type { Minutes } from "@dianbo/shared/clock";
import { useState } from "react";
import { useDependencies } from "../../../app/library-context.tsx";
import { type NamedPart, usePartNames } from "../part-name.tsx";
import type { Rest } from "../rest.ts";
import { useRoomWords } from "../room-words.ts";
import type { Room } from "../use-room.ts";
import { CountdownCard } from "./countdown-card.tsx";
import type { StagePart } from "./stage-part.ts";
import { useStageControls } from "./use-stage-controls.ts";

const useAhead = (
  room: Room,
  from: number,
): { readonly next: NamedPart | undefined; readonly last: boolean } => {
  const nameOf = usePartNames();
  const { parts } = room.state.place;
  const part = parts[from];
  return {
    next: part === undefined ? undefined : nameOf(part),
    last: from === parts.length - 1,
  };
};

/** What was last written into the register, for the card's foot. */
const useListed = ({ state }: Room): string => {
  const { say } = useRoomWords();
  return state.listed === undefined ? "" : say.listed(state.listed);
};

/** An intermission: the present part waits and goes on by itself. */
export const RestCard = ({ room, rest }: { readonly room: Room; readonly rest: Rest }) => {
  const words = useRoomWords();
  const { state, send } = room;
  const { next, last } = useAhead(room, state.place.at);
  const listed = useListed(room);
  const over = (): void =>
    send(next === undefined ? { type: "rest", rest: undefined } : { type: "resume" });
  return (
    <CountdownCard
      kicker={words.card.restTitle}
      title={words.card.rest}
      say=""
      minutes={rest.minutes}
      since={rest.since}
      next={next}
      last={last}
      nextIs={state.begun ? words.card.goesOn : words.card.next}
      byItself={true}
      menu={room.menu}
      hints={[
        ["Enter", words.keys.now],
        ["+", words.keys.now5],
      ]}
      foot={listed}
      onOver={over}
    />
  );
};

/** An activity of the menu (讲解, 讨论) with its minutes. */
export const ActivityCard = ({
  room,
  part,
  activity,
}: {
  readonly room: Room;
  readonly part: StagePart;
  readonly activity: { readonly name: string; readonly minutes: Minutes };
}) => {
  const words = useRoomWords();
  const { state } = room;
  const { next, last } = useAhead(room, state.place.at + 1);
  const listed = useListed(room);
  const { clock } = useDependencies();
  const [startedAt] = useState(() => clock.now() - state.place.seconds * 1000);
  useStageControls(part.controls, {
    obey: (order) => {
      if (order.type === "enter" || (order.type === "page" && order.by === 1)) part.onOver();
    },
    seconds: () => Math.max(0, (clock.now() - startedAt) / 1000),
  });
  return (
    <CountdownCard
      kicker={words.card.activity}
      title={activity.name}
      say={words.card.activitySay}
      minutes={activity.minutes}
      since={startedAt}
      next={next}
      last={last}
      nextIs={words.card.next}
      byItself={false}
      menu={room.menu}
      hints={[
        ["Enter", words.keys.now],
        ["Esc", words.keys.backToKeypad],
      ]}
      foot={listed}
      onOver={part.onOver}
    />
  );
};
