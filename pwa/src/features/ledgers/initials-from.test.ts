import { expect, test } from "vitest";
import { initialsFrom } from "./initials-from.ts";

test("a name is typed by the first letters of its characters, in each way that its first is said", () => {
  expect(initialsFrom([["zeng", "ceng"], ["wei"], ["min"]])).toBe("zwm cwm");
  expect(initialsFrom([["ou"], ["yang"], [], ["guo"]])).toBe("oyg");
  // 𠮷田一: nobody here knows how the first is said.
  expect(initialsFrom([[], ["tian"], ["yi"]])).toBe("ty");
  expect(initialsFrom([])).toBe("");
});
