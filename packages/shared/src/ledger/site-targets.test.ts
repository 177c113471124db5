import { describe, expect, test } from "vitest";
import { commitOn, countingIds, newPc, pull, siteNamed } from "../../testing/pc.ts";
import { put } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { planImport } from "../merge/index.ts";
import { readSiteTargets, SITE_TARGETS_ID, setDownloadDays } from "./site-targets.ts";

const site = siteNamed("site");
const pc = (name: string) =>
  newPc(site, countingIds(name), fixedClock(Date.UTC(2026, 10, 24)).now());
const shown = (one: ReturnType<typeof pc>) =>
  readSiteTargets(one.records.get(SITE_TARGETS_ID), site).downloadDays;

describe("what a site has set itself", () => {
  test("is nothing until somebody says it, and one figure for all PCs of the site", () => {
    const [a, b] = [pc("a"), pc("b")];
    expect(shown(a)).toBeUndefined();
    commitOn(a, setDownloadDays(3).puts);
    commitOn(b, setDownloadDays(2).puts);
    pull(a, b);
    pull(b, a);
    expect(shown(a)).toBe(shown(b));
    expect(a.records.size).toBe(1);
  });

  test.each([
    [0, 1],
    [8, 7],
    [2.4, 2],
  ])("%d a week is taken as %d", (said, kept) => {
    const one = pc("a");
    commitOn(one, setDownloadDays(said).puts);
    expect(shown(one)).toBe(kept);
  });

  test("a value that does not fit says nothing", () => {
    const one = pc("a");
    commitOn(one, [put({ id: SITE_TARGETS_ID, kind: "site-targets" }, "downloadDays", "often")]);
    expect(shown(one)).toBeUndefined();
  });

  test("travels in no list", () => {
    const other = newPc(siteNamed("county"), countingIds("county"), fixedClock(0).now());
    commitOn(other, setDownloadDays(5).puts);
    expect(planImport(() => undefined, [...other.records.values()], site)).toEqual([]);
  });
});
