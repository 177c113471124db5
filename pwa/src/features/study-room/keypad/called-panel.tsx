import type { Called } from "@dianbo/shared/calling";
import { presentPart } from "../place.ts";
import type { RoomKey } from "../room-keys.ts";
import type { RoomEvent, RoomState } from "../room-state.ts";
import { useRoomWords } from "../room-words.ts";
import type { Showing } from "../showing.ts";
import { EveningPanel } from "./evening-panel.tsx";
import { FollowingList } from "./following-list.tsx";
import { IdlePanel } from "./idle-panel.tsx";
import { ItemPreview } from "./item-preview.tsx";
import { MenuPreview } from "./menu-preview.tsx";
import { NearList } from "./near-list.tsx";

/** What the digits call, on the right half of the keypad. */
export const CalledPanel = ({
  state,
  called,
  marked,
  showing,
  send,
  press,
}: {
  readonly state: RoomState;
  readonly called: Called;
  readonly marked: number;
  /** How the called item is shown. */
  readonly showing: Showing | undefined;
  readonly send: (event: RoomEvent) => void;
  readonly press: (key: RoomKey) => void;
}) => {
  const words = useRoomWords();
  const enter = (): void => press({ type: "enter" });
  const browse = (): void => send({ type: "browse", spot: { shelf: 1, row: 0 } });
  switch (called.type) {
    case "nothing":
      return presentPart(state.place) === undefined ? (
        <IdlePanel onBrowse={browse} />
      ) : (
        <EveningPanel state={state} onResume={enter} onBrowse={browse} send={send} press={press} />
      );
    case "half":
      return <FollowingList digits={state.digits} following={called.following} chosen={marked} />;
    case "set-menu":
      return (
        <MenuPreview
          menu={called.menu}
          digits={state.digits}
          leadsOn={called.following.length > 0}
          onPlay={enter}
        />
      );
    case "item":
      return showing === undefined ? null : (
        <ItemPreview item={called.item} showing={showing} onPlay={enter} />
      );
    case "several":
      return (
        <NearList
          title={words.several.title(state.digits)}
          offers={called.items.map((item) => ({
            number: Number(state.digits),
            item,
            why: words.several.why,
          }))}
          chosen={marked}
          say={words.unknown.noneOf}
        />
      );
    case "unknown":
      if (called.near.length === 0) return <IdlePanel onBrowse={browse} />;
      return (
        <NearList
          title={words.unknown.maybe}
          offers={called.near.map(({ number, item, reason }) => ({
            number,
            item,
            why: words.unknown.near(item.minutes ? words.minutes(item.minutes) : undefined, reason),
          }))}
          chosen={marked}
          say={words.unknown.noneOf}
        />
      );
  }
};
