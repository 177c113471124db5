import { actNamed } from "@dianbo/shared/events";
import { expect, test } from "vitest";
import { shell } from "../locales/zh-CN/shell.ts";

test("every act that is told in words is listed for the ring of events", () => {
  const acts = Object.keys(shell.acts);
  expect(acts.length).toBeGreaterThan(40);
  expect(acts.filter((act) => actNamed(act) !== act)).toEqual([]);
});
