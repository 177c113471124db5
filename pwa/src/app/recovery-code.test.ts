import { makeSiteKey, siteIdSchema } from "@dianbo/shared/identity";
import * as v from "valibot";
import { expect, it } from "vitest";
import { readRecoveryCode, recoveryCode } from "./recovery-code.ts";
import { sha512 } from "./site-key.ts";

const site = v.parse(siteIdSchema, "AbCdEfGhIjKlMnOpQrSt_-09");
const key = () =>
  makeSiteKey(
    Uint8Array.from({ length: 32 }, (_, place) => place * 7),
    sha512,
  );

it("gives site and key back, however it was typed", async () => {
  const siteKey = await key();
  const code = await recoveryCode(site, siteKey);
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){20}[0-9A-HJKMNP-TV-Z]{4}$/u);
  const whole = { ok: true, value: { site, siteKey } };
  expect(await readRecoveryCode(code)).toEqual(whole);
  const careless = code.toLowerCase().replaceAll(" ", "").replaceAll("0", "o").replaceAll("1", "l");
  expect(await readRecoveryCode(careless)).toEqual(whole);
});

it("tells a wrong or missing letter", async () => {
  const code = await recoveryCode(site, await key());
  const wrong = { ok: false, error: { type: "wrong-recovery-code" } };
  for (const place of [0, 10, 40, 80]) {
    const other = code[place] === "7" ? "8" : "7";
    expect(await readRecoveryCode(code.slice(0, place) + other + code.slice(place + 1))).toEqual(
      wrong,
    );
  }
  for (const typed of ["", "1234", code.slice(0, -1), `${code}7`, "微信"]) {
    expect(await readRecoveryCode(typed)).toEqual(wrong);
  }
});
