import { type Instant, instantSchema } from "@dianbo/shared/clock";
import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { recordIdSchema, siteIdSchema, writerIdSchema } from "@dianbo/shared/identity";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { emptySnapshot, type LibrarySnapshot } from "../../storage/snapshot.ts";
import { unplayedFiles } from "./unplayed.ts";

const at = (day: string): Instant => v.parse(instantSchema, Date.parse(day));
const NOW = at("2026-11-24");
const id = (name: string) => v.parse(recordIdSchema, name.padEnd(24, "0"));
const site = v.parse(siteIdSchema, "site".padEnd(24, "0"));
const writer = v.parse(writerIdSchema, `${"pc".padEnd(24, "0")}~${"run".padEnd(24, "0")}`);
const hashOf = (name: string): MediaHash =>
  v.parse(
    mediaHashSchema,
    [...name]
      .map((letter) => letter.charCodeAt(0).toString(16))
      .join("")
      .padEnd(64, "0"),
  );

interface Facts {
  readonly file?: string;
  readonly kept: string;
  readonly played?: readonly string[];
  readonly deleted?: boolean;
}

const library = (films: Readonly<Record<string, Facts>>): LibrarySnapshot => ({
  ...emptySnapshot,
  items: new Map(
    Object.entries(films).map(([name, { file = name, deleted }]) => [
      id(name),
      {
        id: id(name),
        title: name,
        kind: "video" as const,
        life: deleted === true ? ("deleted" as const) : ("alive" as const),
        pending: [],
        media: { hash: hashOf(file), size: 1, mime: "video/mp4", name: "a.mp4" },
      },
    ]),
  ),
  records: new Map(
    Object.entries(films).map(([name, { kept }]) => [
      id(name),
      {
        id: id(name),
        kind: "courseware",
        seen: {},
        fields: {
          media: [
            {
              dot: { writer, counter: 1 },
              stamp: { millis: at(kept), tick: 0 },
              site,
              value: null,
            },
          ],
        },
      },
    ]),
  ),
  playbacks: new Map(
    Object.entries(films).flatMap(([name, { played = [] }]) =>
      played.map((day, which) => [
        id(`play${which}${name}`),
        { id: id(`play${which}${name}`), item: id(name), startedAt: at(day), title: name },
      ]),
    ),
  ),
});

const held = (...sizes: readonly (readonly [string, number])[]): ReadonlyMap<MediaHash, number> =>
  new Map(sizes.map(([name, size]) => [hashOf(name), size]));
const namesOf = (snapshot: LibrarySnapshot, files: ReadonlyMap<MediaHash, number>) =>
  unplayedFiles(snapshot, files, NOW).map(({ items }) => items.map(({ title }) => title));

describe("what nobody has played for twelve months", () => {
  it("is old and was never played, or not for a year; the largest first", () => {
    const snapshot = library({
      never: { kept: "2025-01-01" },
      long: { kept: "2024-01-01", played: ["2025-06-01", "2024-02-01"] },
      lately: { kept: "2024-01-01", played: ["2024-02-01", "2026-06-01"] },
      fresh: { kept: "2026-10-01" },
    });
    const files = held(["never", 5], ["long", 9], ["lately", 5], ["fresh", 5]);
    expect(namesOf(snapshot, files)).toEqual([["long"], ["never"]]);
  });

  it("is nothing that is not here, was deleted, or that another item with the same file was played as", () => {
    const snapshot = library({
      away: { kept: "2024-01-01" },
      gone: { kept: "2024-01-01", deleted: true },
      one: { file: "same", kept: "2024-01-01" },
      other: { file: "same", kept: "2024-01-01", played: ["2026-11-01"] },
    });
    expect(namesOf(snapshot, held(["gone", 1], ["same", 1]))).toEqual([]);
  });
});
