import { describe, expect, it } from "vitest";
import { backupDue } from "./backup-due.ts";

const DAY = 86_400_000;
const NOW = 1_764_000_000_000;

describe("whether a backup is due", () => {
  it("asks for a first one only where there is something to lose", () => {
    expect(backupDue(undefined, NOW, 9)).toEqual({ type: "fine" });
    expect(backupDue(undefined, NOW, 10)).toEqual({ type: "never", items: 10 });
  });

  it("asks again after seven days", () => {
    expect(backupDue(NOW - 6.9 * DAY, NOW, 10)).toEqual({ type: "fine" });
    expect(backupDue(NOW - 7 * DAY, NOW, 10)).toEqual({ type: "old", days: 7 });
    expect(backupDue(NOW - 7 * DAY, NOW, 0)).toEqual({ type: "fine" });
  });

  it("is not troubled by a clock that was set back", () => {
    expect(backupDue(NOW + 400 * DAY, NOW, 10)).toEqual({ type: "fine" });
  });
});
