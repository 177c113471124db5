import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainId } from "../../testing/pc.ts";
import { newRecordId } from "../identity/index.ts";
import { readRoomAddress, roomAddress } from "./room-address.ts";

const session = newRecordId(() => plainId("session"));

describe("the door into the study room", () => {
  test.each([
    [{}, "room.html"],
    [{ menu: 8 }, "room.html#menu=8"],
    [{ menu: 12, session }, `room.html#menu=12&session=${session}`],
  ])("%j leads to %s and back", (call, address) => {
    expect(roomAddress(call)).toBe(address);
    expect(readRoomAddress(address.slice("room.html".length))).toEqual(call);
  });

  test.each(["#menu=0", "#menu=100", "#menu=8;session=x", "#session=short", "#menu=", "#8", ""])(
    "%s asks for nothing",
    (hash) => {
      expect(readRoomAddress(hash)).toEqual({});
    },
  );

  test("property: whatever stands there, reading it never fails", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (hash) => {
        const { menu = 1 } = readRoomAddress(hash);
        expect(menu >= 1 && menu <= 99).toBe(true);
      }),
    );
  });
});
