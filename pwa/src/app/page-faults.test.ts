import { scriptNumber } from "@dianbo/shared/events";
import { describe, expect, it } from "vitest";
import { faultOf } from "./page-faults.ts";

const OURS = "https://book.example/app/";

const thrown = (stack: string): Error => {
  const error = new TypeError("独一无二的标题 https://secret.example/x");
  error.stack = `TypeError: 独一无二的标题 https://secret.example/x\n${stack}`;
  return error;
};

describe("what of an error is told", () => {
  it("says kind, script number, line and column of our own script", () => {
    expect(
      faultOf(
        thrown("    at Row (https://book.example/app/assets/library-Cq1.js:3:41)\n    at x"),
        OURS,
      ),
    ).toEqual({
      type: "fault",
      fault: "TypeError",
      script: scriptNumber("library-Cq1.js"),
      line: 3,
      column: 41,
    });
  });

  it("says only the kind where the script is not ours", () => {
    const none = { type: "fault", fault: "TypeError", script: 0, line: 0, column: 0 };
    expect(faultOf(thrown("    at https://portal.example/a.js:1:2"), OURS)).toEqual(none);
    expect(faultOf(thrown("    at file:///C:/Users/张三/a.js:1:2"), OURS)).toEqual(none);
    expect(faultOf(thrown(""), OURS)).toEqual(none);
  });

  it("says `other` for what is no error", () => {
    expect(faultOf("独一无二的标题", OURS)).toEqual({
      type: "fault",
      fault: "other",
      script: 0,
      line: 0,
      column: 0,
    });
  });
});
