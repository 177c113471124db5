import * as v from "valibot";
import { type RecordId, recordIdSchema } from "../identity/index.ts";

/** What a door into the study room hands over: a menu to stand called, and the session it is for. */
export interface RoomCall {
  /** The menu's number, 1 to 99. */
  readonly menu?: number | undefined;
  /** The session's id, for the playback register. */
  readonly session?: RecordId | undefined;
}

const menuNumberSchema = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d?$/u),
  v.transform(Number),
  v.number(),
);

/** The room's address with what it is to begin with, behind `#`: no server ever sees it. */
export const roomAddress = ({ menu, session }: RoomCall): string => {
  const parts = [
    ...(menu === undefined ? [] : [`menu=${menu}`]),
    ...(session === undefined ? [] : [`session=${session}`]),
  ];
  return parts.length === 0 ? "room.html" : `room.html#${parts.join("&")}`;
};

/** Reads what stands behind the room's `#`; what cannot be read asks for nothing. */
export const readRoomAddress = (hash: string): RoomCall => {
  const parts = new URLSearchParams(hash.replace(/^#/u, ""));
  const menu = v.safeParse(menuNumberSchema, parts.get("menu"));
  const session = v.safeParse(recordIdSchema, parts.get("session"));
  return {
    ...(menu.success ? { menu: menu.output } : {}),
    ...(session.success ? { session: session.output } : {}),
  };
};
