import { describe, expect, test } from "vitest";
import {
  addPc,
  type MeetingPc,
  type MeetingWorld,
  meetPc,
  nameOn,
  reopenPc,
  syncView,
} from "../../testing/meeting-pc.ts";
import { plainCipher } from "../../testing/meeting-place.ts";
import { commitOn, countingIds, plainId, siteNamed, textOf } from "../../testing/pc.ts";
import { put, shownValue } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { newDeviceId, newRecordId } from "../identity/index.ts";
import { type ChunkHome, openChunk, readChunkFile, sealChunk } from "./chunk.ts";
import { letGo } from "./memory.ts";
import { MOST_IN_LOG } from "./write-place.ts";

const film = newRecordId(() => plainId("film"));
const wang = newRecordId(() => plainId("wang"));

const twoPcs = (): readonly [MeetingWorld, MeetingPc, MeetingPc] => {
  const world: MeetingWorld = {
    site: siteNamed("ours"),
    newId: countingIds("id"),
    pcs: [],
    devices: [],
  };
  return [world, addPc(world), addPc(world)];
};
const retitle = (one: MeetingPc, title: string) =>
  commitOn(one.pc, [put({ id: film, kind: "courseware" }, "title", title)]);
const titleOn = (one: MeetingPc) => {
  const record = one.pc.records.get(film);
  return record === undefined ? undefined : shownValue(record, "title", one.pc.site);
};
const met = async (...of: Parameters<typeof meetPc>) => {
  const done = await meetPc(...of);
  if (!done.ok) throw new Error(done.error.type);
  return done.value;
};

describe("a meeting", () => {
  test("brings what is new and says how much; met again it brings nothing and writes nothing", async () => {
    const [world, a, b] = twoPcs();
    retitle(a, "八段锦");
    nameOn(a, wang, "name", "王芳");
    expect(await met(world, a)).toMatchObject({ taken: 0, given: 1 });
    syncView(a, b);
    expect(await met(world, b)).toMatchObject({ taken: 1, namesTaken: 1, given: 0, troubles: [] });
    expect(titleOn(b)).toBe("八段锦");
    const files = b.view.files.size;
    expect(await met(world, b)).toMatchObject({ taken: 0, namesTaken: 0, given: 0 });
    expect(b.view.files.size).toBe(files);
  });

  test("leaves names where they are while they are locked, and brings them once they are not", async () => {
    const [world, a, b] = twoPcs();
    nameOn(a, wang, "name", "王芳");
    await met(world, a);
    syncView(a, b);
    expect(await met(world, b, { locked: true })).toMatchObject({ namesTaken: 0, namesWait: true });
    expect(await met(world, b)).toMatchObject({ namesTaken: 1, namesWait: false });
  });

  test("keeps a log short: a snapshot takes its place, and whoever missed all reads that", async () => {
    const [world, a, b] = twoPcs();
    for (let day = 0; day < 3 * MOST_IN_LOG; day += 1) {
      retitle(a, `题目 ${day}`);
      if (day % 5 === 0) reopenPc(world, a);
      await met(world, a);
    }
    expect(a.view.files.size).toBeLessThanOrEqual(MOST_IN_LOG + 1);
    syncView(a, b);
    await met(world, b);
    expect(textOf(b.pc.records)).toBe(textOf(a.pc.records));
  });

  test("says what it could not read, file by file, and reads it when it is whole", async () => {
    const [world, a, b] = twoPcs();
    retitle(a, "八段锦");
    await met(world, a);
    syncView(a, b, { cut: 40 });
    b.view.files.set(`${a.pc.device}/records (1).bin`, new Uint8Array(9));
    b.view.files.set(`${a.pc.device}/desktop.ini`, new Uint8Array(9));
    const first = await met(world, b);
    expect(first.troubles.map(({ type }) => type).sort()).toEqual(["not-whole", "strange"]);
    expect(titleOn(b)).toBeUndefined();
    syncView(a, b);
    expect((await met(world, b)).troubles.map(({ type }) => type)).toEqual(["strange"]);
    expect(titleOn(b)).toBe("八段锦");
  });

  test("waits for a file between two others", async () => {
    const [world, a, b] = twoPcs();
    for (const title of ["一", "二", "三"]) {
      retitle(a, title);
      await met(world, a);
    }
    const [, second = ""] = [...a.view.files.keys()].sort((x, y) => {
      const number = (key: string) => readChunkFile(key.split("/")[1] ?? "")?.number ?? 0;
      return number(x) - number(y);
    });
    const bytes = a.view.files.get(second) ?? new Uint8Array();
    syncView(a, b);
    b.view.files.delete(second);
    expect((await met(world, b)).troubles).toMatchObject([{ type: "missing" }]);
    expect(titleOn(b)).toBe("一");
    b.view.files.set(second, bytes);
    expect((await met(world, b)).troubles).toEqual([]);
    expect(titleOn(b)).toBe("三");
  });

  test("under a new key says so, writes all anew and takes the old away", async () => {
    const [world, a, b] = twoPcs();
    retitle(a, "八段锦");
    nameOn(a, wang, "name", "王芳");
    await met(world, a);
    syncView(a, b);
    const key = "ffeeddccbbaa9988";
    expect((await met(world, b, { key })).troubles.map(({ type }) => type)).toEqual([
      "other-key",
      "other-key",
    ]);
    expect(titleOn(b)).toBeUndefined();
    await met(world, a, { key });
    expect(a.view.files.size).toBe(2);
    syncView(a, b);
    expect(await met(world, b, { key })).toMatchObject({ troubles: [], namesTaken: 1 });
    expect(titleOn(b)).toBe("八段锦");
  });

  test("takes the files of a PC away that is no more, once all of it stands in its own", async () => {
    const [world, a, b] = twoPcs();
    retitle(a, "八段锦");
    nameOn(a, wang, "name", "王芳");
    await met(world, a);
    syncView(a, b);
    await met(world, b);
    if (b.memory === undefined) throw new Error("it has met");
    b.memory = letGo(b.memory, a.pc.device);
    await met(world, b);
    expect([...b.view.files.keys()].every((key) => key.startsWith(b.pc.device))).toBe(true);
    const c = addPc(world);
    syncView(b, c);
    await met(world, c);
    expect(titleOn(c)).toBe("八段锦");
    expect(c.names.size).toBe(1);
  });

  test("that is full, gone or stopped says so and changes nothing here", async () => {
    const [world, a] = twoPcs();
    retitle(a, "八段锦");
    a.view.room = 0;
    expect(await meetPc(world, a)).toMatchObject({ error: { type: "place-full" } });
    a.view.room = 9;
    expect(await meetPc(world, a, { stopsAfter: 0 })).toMatchObject({ error: { type: "stopped" } });
    a.view.gone = true;
    expect(await meetPc(world, a)).toMatchObject({ error: { type: "place-gone" } });
    a.view.gone = false;
    expect(await meetPc(world, a)).toMatchObject({ value: { given: 1 } });
  });
});

describe("a chunk", () => {
  const home: ChunkHome = {
    site: siteNamed("ours"),
    device: newDeviceId(() => plainId("device")),
    file: "records-log0000000000000000-0001.bin",
  };
  const content = { at: fixedClock(7).now(), post: "B" as const, records: [] };
  const why = async (bytes: Uint8Array, at: ChunkHome = home, cipher = plainCipher()) => {
    const read = await openChunk(bytes, at, cipher);
    return read.ok ? "read" : read.error.type;
  };

  test("opens where it was sealed, and nowhere else", async () => {
    const bytes = await sealChunk(content, home, plainCipher());
    expect(await openChunk(bytes, home, plainCipher())).toMatchObject({ value: content });
    expect(await why(bytes, { ...home, site: siteNamed("theirs") })).toBe("damaged");
    expect(await why(bytes, { ...home, file: home.file.replace("0001", "0002") })).toBe("damaged");
    expect(await why(bytes, { ...home, device: newDeviceId(() => plainId("other")) })).toBe(
      "damaged",
    );
    expect(await why(bytes, home, plainCipher("ffeeddccbbaa9988"))).toBe("other-key");
  });

  test("is refused with any byte changed and at any length but its own", async () => {
    const bytes = await sealChunk(content, home, plainCipher());
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await why(changed), `byte ${at}`).not.toBe("read");
      expect(await why(bytes.slice(0, at)), `length ${at}`).toBe("not-whole");
    }
    expect(await why(Uint8Array.from([...bytes, 0]))).toBe("damaged");
    expect(await why(new Uint8Array(bytes.length))).toBe("not-whole");
  });

  test("has a name that no conflict copy has", () => {
    expect(readChunkFile(home.file)).toMatchObject({ stream: "records", number: 1 });
    for (const file of [
      home.file.replace(".bin", " (1).bin"),
      home.file.replace(".bin", "(冲突副本).bin"),
      home.file.replace("0001", "0000"),
      home.file.toUpperCase(),
      `${home.file}.tmp`,
    ]) {
      expect(readChunkFile(file), file).toBeUndefined();
    }
  });
});
