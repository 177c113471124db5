import {
  buildCallBook,
  type Called,
  digitsOf,
  readRoomAddress,
  resolveCall,
} from "@dianbo/shared/calling";
import { entriesOf, type SetMenu } from "@dianbo/shared/set-menu";
import { type RefObject, useEffect, useMemo, useReducer, useRef } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { calledItem, calledParts, choicesOf, markedChoice } from "./called.ts";
import { fillScreenOnce } from "./full-screen.ts";
import { keyMeaning, type Situation } from "./key-meaning.ts";
import { type Part, partsOfMenu, presentPart } from "./place.ts";
import { type RoomKey, readKey } from "./room-keys.ts";
import { afterEvent, ROOM_AT_OPENING, type RoomEvent, type RoomState } from "./room-state.ts";
import { type ShelfRow, shelfRows } from "./shelf/shelf-rows.ts";
import type { Showing } from "./showing.ts";
import type { StageControls } from "./stage/stage-controls.ts";
import { usePlaceMemo } from "./use-place-memo.ts";
import { type RoomRegister, useRegister } from "./use-register.ts";
import { useShowing } from "./use-showing.ts";

/** The room as its screens see it. */
export interface Room {
  readonly state: RoomState;
  readonly called: Called;
  readonly marked: number;
  readonly boxes: number;
  /** Enter would put on what the digits call. */
  readonly ready: boolean;
  /** How the called item is shown, or why it cannot be. */
  readonly showing: Showing | undefined;
  /** Seconds at which the called item was cut off by a power cut. */
  readonly stoppedAt: number | undefined;
  /** The called item's place in tonight's menu, from 1. */
  readonly placeTonight: number | undefined;
  /** The rows of the shelf browser, set menus first; empty while it is closed. */
  readonly shelves: readonly (readonly ShelfRow[])[];
  /** The menu that is being played. */
  readonly menu: SetMenu | undefined;
  readonly controls: RefObject<StageControls | undefined>;
  /** The volume of this evening: 1 as the film has it, up to 2 with the boost. */
  readonly loudness: RefObject<number>;
  readonly send: (event: RoomEvent) => void;
  readonly press: (key: RoomKey) => void;
  readonly register: RoomRegister;
  /** The size of an article's print in points; it outlives the article. */
  readonly points: RefObject<number>;
  /** How fast films run, 1 as they are; it outlives the film. */
  readonly speed: RefObject<number>;
}

/** The set menu that the evening follows: the one of the present part, or else the last one before it. */
const menuOf = (parts: readonly Part[], at: number): Part["menu"] => {
  const upToNow = parts.slice(0, at + 1).filter((part) => part.menu !== undefined);
  return upToNow.at(-1)?.menu;
};

const useCalled = (digits: string): { readonly called: Called; readonly boxes: number } => {
  const { items, menus } = useSnapshot();
  const book = useMemo(
    () =>
      buildCallBook(
        [...items.values()],
        [...menus.values()].filter(({ life }) => life !== "deleted"),
      ),
    [items, menus],
  );
  const called = useMemo(() => resolveCall(digits, book), [digits, book]);
  return { called, boxes: digitsOf(book) };
};

const NO_SHELVES: readonly (readonly ShelfRow[])[] = [];

/** The shelves while they are looked through, and the row that is marked. */
const useShelves = ({ shelf: spot }: RoomState) => {
  const { items, menus, entries } = useSnapshot();
  const open = spot !== undefined;
  const shelves = useMemo(
    () => (open ? shelfRows(items.values(), menus.values()) : NO_SHELVES),
    [open, items, menus],
  );
  const row = spot === undefined ? undefined : shelves[spot.shelf]?.[spot.row];
  const parts = ((): readonly Part[] => {
    if (row === undefined) return [];
    if (row.type === "item") return [{ item: row.item.id }];
    return partsOfMenu(row.menu.id, entriesOf(row.menu.id, [...entries.values()]));
  })();
  return { shelves, item: row?.type === "item" ? row.item : undefined, parts };
};

/** Puts the room together: digits, evening, keys, register, memory. */
export const useRoom = (): Room => {
  const [state, send] = useReducer(afterEvent, ROOM_AT_OPENING);
  const room = useRoomOf(state, send);
  // The door from a session or a menu names the menu: its preview stands ready, Enter plays it.
  useEffect(() => {
    const { menu: called } = readRoomAddress(location.hash);
    if (called !== undefined) send({ type: "typed", digits: String(called) });
  }, []);
  usePlaceMemo(state, room.controls, (place) => send({ type: "found-left-behind", place }));
  return room;
};

/** The room around a state, whoever keeps it: the projector's window draws the one of the host's. */
export const useRoomOf = (state: RoomState, send: (event: RoomEvent) => void): Room => {
  const { clock } = useDependencies();
  const { menus, entries } = useSnapshot();
  const controls = useRef<StageControls | undefined>(undefined);
  const loudness = useRef(1);
  const points = useRef(32);
  const speed = useRef(1);
  const register = useRegister(send);
  const { called, boxes } = useCalled(state.digits);

  const marked = markedChoice(called, state.chosen);
  const shelf = useShelves(state);
  const browsing = state.shelf !== undefined;
  const item = browsing ? shelf.item : calledItem(called, state.chosen);
  const parts = browsing ? shelf.parts : calledParts(called, state.chosen, entries.values());
  const showing = useShowing(item, state.lapsed);
  const silent = showing?.type === "words";
  const cutOff = state.leftBehind ? presentPart(state.place) : undefined;
  const sameAsCut = cutOff !== undefined && "item" in cutOff && cutOff.item === item?.id;
  const stoppedAt = sameAsCut && state.place.seconds > 0 ? state.place.seconds : undefined;
  const menu = menuOf(state.place.parts, state.place.at);
  const tonight = state.place.parts.filter((part) => part.menu !== undefined && part.menu === menu);
  const inMenu = tonight.findIndex((part) => "item" in part && part.item === item?.id);

  const situation: Situation = {
    state,
    called,
    choices: choicesOf(called).length,
    marked,
    parts,
    shelves: shelf.shelves.map(({ length }) => length),
    onlyWords: silent ? { number: item?.number ?? undefined } : undefined,
    boxes,
    stoppedAt,
    now: clock.now(),
  };
  const now = useRef(situation);
  // Keys come between drawings; they must see the room as it is now, not as it was drawn first.
  useEffect(() => {
    now.current = situation;
  });

  const press = (key: RoomKey): void => {
    const meaning = keyMeaning(key, { ...now.current, now: clock.now() });
    switch (meaning.to) {
      case "room":
        // A key was pressed, so the browser lets the room fill the screen; it is asked once.
        if (meaning.event.type === "play" || meaning.event.type === "resume") fillScreenOnce();
        send(meaning.event);
        return;
      case "stage":
        controls.current?.obey(meaning.order);
        return;
      case "leave":
        send({ type: "to-keypad", seconds: controls.current?.seconds() ?? state.place.seconds });
        return;
      case "nobody":
        return;
    }
  };

  return {
    state,
    called,
    marked,
    boxes,
    ready: parts.length > 0 && !silent,
    showing,
    stoppedAt,
    placeTonight: inMenu === -1 || item === undefined ? undefined : inMenu + 1,
    shelves: shelf.shelves,
    menu: menu === undefined ? undefined : menus.get(menu),
    controls,
    loudness,
    points,
    speed,
    send,
    press,
    register,
  };
};

/** Listens to the keyboard anywhere in the window. Auto-repeat only turns pages, seeks and takes digits back. */
export const useRoomKeys = (press: (key: RoomKey) => void): void => {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const key = readKey(event);
      if (key === undefined) return;
      // Tab and a button with the keyboard's focus still work: Enter and space are left to the button.
      const onDoor =
        event.target instanceof HTMLElement &&
        event.target.matches("a[href], button:not([tabindex='-1'])");
      if (onDoor && (key.type === "enter" || key.type === "space")) return;
      event.preventDefault();
      const repeats = ["sideways", "up-down", "page", "back"].includes(key.type);
      if (event.repeat && !repeats) return;
      latest.current(key);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
};
