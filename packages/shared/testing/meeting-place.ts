/** A meeting place in memory, as a synced folder may be: what is written may come late, cut, changed, or get lost. */

import type { DeviceId } from "../src/identity/index.ts";
import type { ChunkCipher, LyingFile, MeetingPlace, PlaceFailure } from "../src/meeting/index.ts";
import { err, ok } from "../src/result/index.ts";

const SEAL = 12;
const hidden = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);

/** A cipher that hides nothing worth hiding, yet opens only what it sealed, where it was sealed. */
export const plainCipher = (mark = "00112233aabbccdd"): ChunkCipher => {
  let nonces = 0;
  const sealOf = (plain: Uint8Array, nonce: Uint8Array, bound: Uint8Array): Uint8Array => {
    let sum = 0x811c9dc5;
    const add = (byte: number): void => {
      sum = Math.imul(sum ^ byte, 0x01000193);
    };
    for (const part of [nonce, bound, plain]) for (const byte of part) add(byte);
    for (const letter of mark) add(letter.charCodeAt(0));
    return Uint8Array.from({ length: SEAL }, (_, at) => (sum >>> ((at % 4) * 8)) & 0xff);
  };
  return {
    mark,
    nonce: () => {
      nonces += 1;
      return Uint8Array.from({ length: 12 }, (_, at) => (nonces >> (at * 4)) & 0xff);
    },
    seal: async (plain, nonce, bound) => {
      const sealed = new Uint8Array(plain.length + SEAL);
      sealed.set(hidden(plain));
      sealed.set(sealOf(plain, nonce, bound), plain.length);
      return sealed;
    },
    open: async (sealed, nonce, bound) => {
      const plain = hidden(sealed.slice(0, -SEAL));
      const seal = sealOf(plain, nonce, bound);
      return seal.every((byte, at) => sealed[plain.length + at] === byte) ? plain : undefined;
    },
  };
};

/** A place whose files may be touched from outside. */
export interface FakePlace extends MeetingPlace {
  /** By `<device>/<file>`. */
  readonly files: Map<string, Uint8Array>;
  /** The next so many writes go through; then the place is full. */
  room: number;
  gone: boolean;
}

const split = (key: string): readonly [string, string] => {
  const at = key.indexOf("/");
  return [key.slice(0, at), key.slice(at + 1)];
};

/** A place in memory; `devices` are those whose folders it lists. */
export const fakePlace = (devices: () => readonly DeviceId[]): FakePlace => {
  const files = new Map<string, Uint8Array>();
  const failure = (type: PlaceFailure["type"]) => err<PlaceFailure>({ type });
  const place: FakePlace = {
    files,
    room: Number.POSITIVE_INFINITY,
    gone: false,
    list: async () =>
      place.gone
        ? failure("place-gone")
        : ok(
            [...files].flatMap(([key, bytes]): readonly LyingFile[] => {
              const [folder, file] = split(key);
              const device = devices().find((one) => one === folder);
              return device === undefined ? [] : [{ device, file, size: bytes.length }];
            }),
          ),
    read: async ({ device, file }) =>
      place.gone ? failure("place-gone") : ok(files.get(`${device}/${file}`)),
    write: async (device, file, bytes) => {
      if (place.gone) return failure("place-gone");
      if (files.has(`${device}/${file}`)) return failure("name-taken");
      if (place.room <= 0) return failure("place-full");
      place.room -= 1;
      files.set(`${device}/${file}`, bytes);
      return ok(null);
    },
    drop: async (device, file) => {
      if (place.gone) return failure("place-gone");
      files.delete(`${device}/${file}`);
      return ok(null);
    },
  };
  return place;
};
