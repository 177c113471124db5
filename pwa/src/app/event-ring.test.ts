import { fixedClock } from "@dianbo/shared/clock";
import { describe, expect, it } from "vitest";
import { openEventLog } from "./event-ring.ts";

const memoryStore = () => {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, value: string) => void texts.set(key, value),
  };
};

const clock = fixedClock(1_795_500_000_000);

describe("the event log", () => {
  it("is one ring over all tabs", () => {
    const store = memoryStore();
    const one = openEventLog({ clock, store: () => store, path: () => "/library/abc" });
    const two = openEventLog({ clock, store: () => store, path: () => "/" });
    one.record({ type: "act", act: "edit-courseware", count: 1 });
    two.record({ type: "failed", failure: "disk-full" });
    expect(one.ring()).toEqual(two.ring());
    expect(one.ring().map(({ room }) => room)).toEqual(["item", "today"]);
  });

  it("is kept in memory where the browser refuses storage", () => {
    const log = openEventLog({
      clock,
      store: () => {
        throw new Error("refused");
      },
      path: () => "/",
    });
    log.record({ type: "failed", failure: "storage-refused" });
    expect(log.ring()).toHaveLength(1);
  });

  it("begins anew where something else lies under its key", () => {
    const store = memoryStore();
    store.setItem("dianbo-events", "{not json");
    const log = openEventLog({ clock, store: () => store, path: () => "/" });
    log.record({ type: "act", act: "undo", count: 1 });
    expect(log.ring()).toHaveLength(1);
    expect(store.texts.get("dianbo-events")).toContain("undo");
  });
});
