import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { commitOn, countingIds, newPc, plainId, siteNamed } from "../../testing/pc.ts";
import { put } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { newRecordId } from "../identity/index.ts";
import { makeBackup, readBackup } from "./backup.ts";
import { compareBackup } from "./compare.ts";
import { BACKUP_PARTS } from "./manifest.ts";

const sha256 = async (bytes: Uint8Array): Promise<string> =>
  createHash("sha256").update(bytes).digest("hex");
const madeAt = fixedClock(Date.UTC(2026, 10, 24)).now();
const site = siteNamed("qinghe");

const pcWith = (titles: readonly string[]) => {
  const pc = newPc(site, countingIds("pc"), madeAt);
  for (const title of titles) {
    const id = newRecordId(() => plainId(title));
    commitOn(pc, [put({ id, kind: "courseware" }, "title", title)]);
  }
  return pc;
};

const partsOf = async (pc: ReturnType<typeof pcWith>) => {
  const { parts } = await makeBackup(
    {
      site,
      siteName: "青禾",
      device: pc.device,
      madeAt,
      records: pc.records.values(),
      unreadable: [],
      held: new Set(),
      withMedia: false,
    },
    sha256,
  );
  return new Map(parts);
};

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const decode = (bytes: Uint8Array | undefined) =>
  JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()));

/** The parts with another manifest, closed as the app would close it. */
const withManifest = async (
  parts: ReadonlyMap<string, Uint8Array>,
  change: Readonly<Record<string, unknown>>,
) => {
  const manifest = encode({ ...decode(parts.get(BACKUP_PARTS.manifest)), ...change });
  return new Map([
    ...parts,
    [BACKUP_PARTS.manifest, manifest] as const,
    [BACKUP_PARTS.complete, new TextEncoder().encode(await sha256(manifest))] as const,
  ]);
};

const refusal = async (parts: ReadonlyMap<string, Uint8Array>): Promise<string> => {
  const read = await readBackup(parts, sha256);
  return read.ok ? "taken" : read.error.type;
};

describe("reading a backup", () => {
  it("gives back what went in", async () => {
    const pc = pcWith(["one", "two"]);
    const read = await readBackup(await partsOf(pc), sha256);
    expect(read.ok && new Map(read.value.records)).toEqual(pc.records);
  });

  it("tells a newer one from a broken one, though nothing else of it is understood", async () => {
    const parts = await partsOf(pcWith(["one"]));
    expect(await refusal(await withManifest(parts, { version: 2, counts: "later" }))).toBe(
      "newer-backup",
    );
  });

  it("recognises one that was not written to its end", async () => {
    const parts = await partsOf(pcWith(["one"]));
    parts.delete(BACKUP_PARTS.complete);
    expect(await refusal(parts)).toBe("backup-incomplete");
    parts.delete(BACKUP_PARTS.records);
    expect(await refusal(parts)).toBe("backup-incomplete");
    parts.delete(BACKUP_PARTS.manifest);
    expect(await refusal(parts)).toBe("not-a-backup");
  });

  it("refuses records of another hash, of another number, or that are none", async () => {
    const parts = await partsOf(pcWith(["one"]));
    const otherRecords = encode({ records: [{ id: "x" }], unreadable: [] });
    expect(await refusal(new Map([...parts, [BACKUP_PARTS.records, otherRecords]]))).toBe(
      "backup-damaged",
    );
    const rehashed = await withManifest(parts, { recordsHash: await sha256(otherRecords) });
    expect(await refusal(new Map([...rehashed, [BACKUP_PARTS.records, otherRecords]]))).toBe(
      "backup-damaged",
    );
    const counts = { records: 7, items: 7, menus: 0, playbacks: 0 };
    expect(await refusal(await withManifest(parts, { counts }))).toBe("backup-damaged");
  });

  it("refuses what is no backup of ours", async () => {
    const parts = await partsOf(pcWith(["one"]));
    expect(await refusal(await withManifest(parts, { format: "other" }))).toBe("not-a-backup");
    expect(
      await refusal(new Map([[BACKUP_PARTS.manifest, new Uint8Array([0xff, 0xfe, 0x00])]])),
    ).toBe("not-a-backup");
  });
});

describe("comparing a backup with what is here", () => {
  it("counts what only one side has and what either changed since", async () => {
    const pc = pcWith(["one", "two"]);
    const read = await readBackup(await partsOf(pc), sha256);
    if (!read.ok) throw new Error(read.error.type);
    const id = newRecordId(() => plainId("one"));
    commitOn(pc, [put({ id, kind: "courseware" }, "title", "one, later")]);
    const fresh = newRecordId(() => plainId("three"));
    commitOn(pc, [put({ id: fresh, kind: "courseware" }, "title", "three")]);
    pc.records.delete(newRecordId(() => plainId("two")));
    expect(compareBackup(pc.records, site, read.value)).toEqual({
      sameSite: true,
      emptyHere: false,
      onlyHere: 1,
      onlyThere: 1,
      newerHere: 1,
      newerThere: 0,
    });
  });
});
