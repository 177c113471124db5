import type { RecordState } from "@dianbo/shared/changes";
import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { MOVE_PROTOCOL, type MoveMessage, type MoveOffer } from "@dianbo/shared/handoff";
import { deviceIdSchema, recordIdSchema, siteIdSchema } from "@dianbo/shared/identity";
import { err, ok } from "@dianbo/shared/result";
import * as v from "valibot";
import { afterEach, describe, expect, it } from "vitest";
import type { GiverDesk } from "./move-giver.ts";
import type { TakerDesk } from "./move-taker.ts";
import { type Moving, makeMoving } from "./moving.ts";

const HASHES = ["a", "b", "c"].map((letter) => v.parse(mediaHashSchema, letter.repeat(64)));
const SITE = v.parse(siteIdSchema, "site-of-the-village-0001");

const record = (count: number): RecordState => ({
  id: v.parse(recordIdSchema, `record-${String(count).padStart(17, "0")}`),
  kind: "courseware",
  seen: {},
  fields: {},
});

/** A giving home in memory. */
const makeGiving = (records: RecordState[]) => {
  const home = { left: false, asked: [] as MediaHash[], held: new Set<MediaHash>(HASHES) };
  const desk: GiverDesk = {
    offer: async (): Promise<MoveOffer> => ({
      protocol: MOVE_PROTOCOL,
      type: "offer",
      identity: { site: SITE, siteName: "青禾社区站", post: "A" },
      device: v.parse(deviceIdSchema, "device-of-the-giver-0001"),
      records: records.length,
      items: records.length,
      menus: 0,
      files: HASHES.map((hash) => ({ hash, size: 3 })),
      unreadable: 0,
    }),
    records: async () => records,
    openFile: async (hash) => {
      home.asked.push(hash);
      return home.held.has(hash) ? new Blob(["abc"]) : null;
    },
    leave: async (stored) => {
      home.left = stored.records === records.length && stored.seen === String(records.length);
      return home.left;
    },
  };
  return { home, desk };
};

/** A taking home in memory, which outlives a move that was broken off. */
const makeTaking = () => {
  const home = {
    files: new Set<MediaHash>(),
    records: new Map<string, RecordState>(),
    place: "here",
    blank: true,
    full: false,
    onJoin: (): void => undefined,
  };
  const desk: TakerDesk = {
    mayTake: () => home.blank,
    hasFile: async (hash) => home.files.has(hash),
    keepFile: async (_, hash) => {
      if (home.full) return err({ type: "disk-full" });
      home.files.add(hash);
      return ok(null);
    },
    begin: async () => {
      home.place = "arriving";
    },
    become: async () => ok(null),
    join: async (given) => {
      for (const one of given) home.records.set(one.id, one);
      home.onJoin();
      return ok(null);
    },
    seen: async (given) => String(given.length),
    arrived: async () => {
      home.place = "arrived";
    },
    settle: async () => {
      home.place = "settled";
    },
    isBlob: (value): value is Blob => value instanceof Blob,
  };
  return { home, desk };
};

const open: Moving[] = [];
afterEach(() => {
  for (const moving of open.splice(0)) moving.close();
});

/** Joins two homes by a wire; the extension gives. */
const wire = (giver: GiverDesk, taker: TakerDesk) => {
  const never = (): never => {
    throw new Error("not this side");
  };
  const ends: { hear?: (message: MoveMessage) => void; gone: boolean }[] = [
    { gone: false },
    { gone: false },
  ];
  const [extension, hosted] = [0, 1].map((at) => {
    const carrier = {
      send: (message: MoveMessage) => queueMicrotask(() => ends[1 - at]?.hear?.(message)),
      gone: () => ends[1 - at]?.gone === true,
      close: () => undefined,
    };
    const moving = makeMoving(
      (hear) => {
        Object.assign(ends[at] ?? {}, { hear });
        return carrier;
      },
      at === 0 ? { giver: () => giver, taker: never } : { giver: never, taker: () => taker },
      at === 0 ? "giver" : undefined,
    );
    open.push(moving);
    return moving;
  });
  if (extension === undefined || hosted === undefined) throw new Error("two ends");
  const reaches = async (moving: Moving, ...states: string[]): Promise<void> => {
    await expect.poll(() => states.includes(moving.state().state), { timeout: 3000 }).toBe(true);
  };
  return { extension, hosted, reaches };
};

describe("a move", () => {
  it("asks the person first, and moves nothing on no", async () => {
    const giving = makeGiving([record(1)]);
    const taking = makeTaking();
    const { extension, hosted, reaches } = wire(giving.desk, taking.desk);
    await reaches(hosted, "asking");
    hosted.accept(false);
    await reaches(extension, "refused");
    expect(giving.home).toMatchObject({ left: false, asked: [] });
    expect(taking.home.place).toBe("here");
  });

  it("takes files and all pages of records, and only then the giver leaves", async () => {
    const giving = makeGiving(Array.from({ length: 450 }, (_, at) => record(at)));
    const taking = makeTaking();
    const { extension, hosted, reaches } = wire(giving.desk, taking.desk);
    await reaches(hosted, "asking");
    hosted.accept(true);
    await reaches(hosted, "took");
    expect(taking.home.records.size).toBe(450);
    expect(taking.home.files.size).toBe(3);
    expect(taking.home.place).toBe("settled");
    expect(giving.home.left).toBe(true);
    expect(extension.state().state).toBe("gave");
  });

  it("takes what was written at the giver meanwhile", async () => {
    const records = [record(1)];
    const giving = makeGiving(records);
    const taking = makeTaking();
    let written = false;
    taking.home.onJoin = () => {
      if (!written) records.push(record(2));
      written = true;
    };
    const { hosted, reaches } = wire(giving.desk, taking.desk);
    await reaches(hosted, "asking");
    hosted.accept(true);
    await reaches(hosted, "took");
    expect(taking.home.records.size).toBe(2);
  });

  it("goes on after a cancel without asking again for files that are there", async () => {
    const giving = makeGiving([record(1)]);
    const taking = makeTaking();
    const first = wire(giving.desk, taking.desk);
    taking.home.onJoin = () => first.hosted.cancel();
    await first.reaches(first.hosted, "asking");
    first.hosted.accept(true);
    await first.reaches(first.extension, "failed");
    expect(giving.home.left).toBe(false);
    expect(taking.home.place).not.toBe("settled");
    taking.home.onJoin = () => undefined;
    const second = wire(giving.desk, taking.desk);
    await second.reaches(second.hosted, "asking");
    second.hosted.accept(true);
    await second.reaches(second.hosted, "took");
    expect(giving.home.asked).toHaveLength(3);
  });

  it("counts a file that the giver lost, and takes the rest", async () => {
    const giving = makeGiving([record(1)]);
    for (const hash of HASHES.slice(0, 1)) giving.home.held.delete(hash);
    const taking = makeTaking();
    const { hosted, reaches } = wire(giving.desk, taking.desk);
    await reaches(hosted, "asking");
    hosted.accept(true);
    await reaches(hosted, "took");
    expect(hosted.state()).toMatchObject({ moved: { missing: 1, files: 2 } });
  });

  it.each([
    ["other-book", { blank: false }],
    ["disk-full", { full: true }],
  ])("stops with %s, and the giver keeps everything", async (why, trouble) => {
    const giving = makeGiving([record(1)]);
    const taking = makeTaking();
    Object.assign(taking.home, trouble);
    const { extension, hosted, reaches } = wire(giving.desk, taking.desk);
    await reaches(hosted, "asking");
    hosted.accept(true);
    await reaches(hosted, "failed");
    expect(hosted.state()).toMatchObject({ why });
    await reaches(extension, "failed");
    expect(extension.state()).toMatchObject({ why });
    expect(giving.home.left).toBe(false);
    expect(taking.home).toMatchObject({ place: "here" });
    expect(taking.home.records.size).toBe(0);
  });
});
