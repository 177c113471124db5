import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { err, ok } from "@dianbo/shared/result";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { BroughtRow, RowState } from "./row.ts";
import { type SaveHands, type SaveOutcome, saveRows } from "./save-rows.ts";

const row = (name: string, part: Partial<BroughtRow> = {}): BroughtRow => ({
  key: name,
  file: new File([name], `${name}.mp4`),
  lies: undefined,
  listed: undefined,
  title: name,
  kind: "video",
  mime: "video/mp4",
  seconds: 60,
  minutes: "1",
  category: 1,
  reason: undefined,
  number: "",
  oldNumber: undefined,
  titleUnderNumber: undefined,
  otherPlayer: undefined,
  remarks: [],
  state: { type: "ready" },
  ...part,
});

/** Bytes stand for their own hash here: equal first letters are equal files. */
const hashOf = (name: string): MediaHash =>
  v.parse(mediaHashSchema, (name.codePointAt(0) ?? 0).toString(16).padStart(64, "0"));

const store = (held: readonly MediaHash[] = [], full: readonly string[] = []) => {
  const kept = new Set(held);
  const media: SaveHands["media"] = {
    keep: async (blob, _expected, onProgress) => {
      const name = await blob.text();
      onProgress?.(blob.size);
      if (full.includes(name)) return err({ type: "disk-full" });
      kept.add(hashOf(name));
      return ok({ hash: hashOf(name), size: blob.size });
    },
    list: async () => [...kept].map((hash) => ({ hash, size: 1 })),
    remove: async (hash) => void kept.delete(hash),
  };
  return { kept, media };
};

const save = async (
  rows: readonly BroughtRow[],
  { media }: ReturnType<typeof store>,
  options: {
    readonly staying?: SaveHands["staying"];
    readonly refused?: string;
    readonly stop?: AbortController;
    readonly stopAt?: string;
  } = {},
): Promise<{
  readonly outcome: SaveOutcome;
  readonly states: ReadonlyMap<string, RowState>;
  readonly acts: number;
}> => {
  const states = new Map<string, RowState>();
  let ids = 0;
  let acts = 0;
  const stop = options.stop ?? new AbortController();
  const outcome = await saveRows(
    rows,
    {
      media,
      staying: options.staying,
      newId: () => {
        ids += 1;
        return `id-${String(ids).padStart(21, "0")}`;
      },
      apply: async () => {
        acts += 1;
        return options.refused === undefined ? ok(null) : err({ type: options.refused });
      },
    },
    (key, state) => {
      states.set(key, state);
      if (key === options.stopAt && state.type === "kept") stop.abort();
    },
    stop.signal,
  );
  return { outcome, states, acts };
};

describe("saving what was looked through", () => {
  it("adds all in one act", async () => {
    const { outcome, states, acts } = await save([row("a"), row("b")], store());
    expect([outcome, acts]).toEqual([{ type: "saved", count: 2 }, 1]);
    expect([...states.values()].map(({ type }) => type)).toEqual(["added", "added"]);
  });

  it("says why one fails; the others go on", async () => {
    const shelf = store([], ["b"]);
    const { outcome, states } = await save([row("a"), row("b"), row("c")], shelf);
    expect(outcome).toEqual({ type: "saved", count: 2 });
    expect(states.get("b")).toEqual({ type: "failed", why: "disk-full" });
  });

  it("keeps the same bytes once", async () => {
    const { outcome, states } = await save([row("a1"), row("a2")], store());
    expect(outcome).toEqual({ type: "saved", count: 1 });
    expect(states.get("a2")).toEqual({ type: "failed", why: "same-as-above" });
  });

  it("copies nothing of a film that another player shows", async () => {
    const shelf = store();
    await save([row("a", { otherPlayer: "RMVB" })], shelf);
    expect(shelf.kept.size).toBe(0);
  });

  it("leaves nothing behind when it is stopped or refused, but for what was there before", async () => {
    for (const options of [{ stopAt: "b" }, { refused: "shelf-full" }]) {
      const shelf = store([hashOf("a")]);
      const { outcome, states } = await save([row("a"), row("b")], shelf, options);
      expect(outcome.type).toBe(options.refused === undefined ? "stopped" : "not-saved");
      expect([...shelf.kept]).toEqual([hashOf("a")]);
      expect([...states.values()].every(({ type }) => type === "ready")).toBe(true);
    }
  });

  it("reads a film of an opened folder through where it lies, and remembers it before the items are there", async () => {
    const shelf = store();
    const root = { name: "片库" } as unknown as FileSystemDirectoryHandle;
    const remembered: string[] = [];
    const { outcome } = await save(
      [row("a", { lies: { root, path: "党课/a.mp4" } }), row("b")],
      shelf,
      {
        staying: {
          hash: async (file) => hashOf(await file.text()),
          remember: async (lying) => {
            remembered.push(...lying.map(({ path, hash }) => `${path} ${hash === hashOf("a")}`));
          },
        },
      },
    );
    expect(outcome).toEqual({ type: "saved", count: 2 });
    expect(remembered).toEqual(["党课/a.mp4 true"]);
    expect([...shelf.kept]).toEqual([hashOf("b")]);
  });

  it("says which film could not be read through where it lies", async () => {
    const root = { name: "片库" } as unknown as FileSystemDirectoryHandle;
    const { outcome, states } = await save([row("a", { lies: { root, path: "a.mp4" } })], store(), {
      staying: { hash: async () => undefined, remember: async () => undefined },
    });
    expect(outcome.type).toBe("nothing-kept");
    expect(states.get("a")).toEqual({ type: "failed", why: "not-kept" });
  });

  it("adds rows of a table that have no film", async () => {
    const shelf = store();
    const { outcome } = await save([row("a", { file: undefined, listed: { line: 3 } })], shelf);
    expect([outcome.type, shelf.kept.size]).toEqual(["saved", 0]);
  });

  it("writes nothing where no file could be kept", async () => {
    const { outcome, acts } = await save([row("a")], store([], ["a"]));
    expect([outcome, acts]).toEqual([{ type: "nothing-kept" }, 0]);
  });
});
