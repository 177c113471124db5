import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { makeSiteKey, type Sha512 } from "../identity/index.ts";
import { builtInRules } from "./built-in-rules.ts";
import { parseRuleFile, RULE_FILE_LIMIT, writeRuleFile } from "./rule-file.ts";

const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());
const key = await makeSiteKey(new Uint8Array(32).fill(7), sha512);
const rules = builtInRules().slice(0, 1);
const text = await writeRuleFile(rules, "县远教办", key, sha512);

const outcome = async (file: string): Promise<string> => {
  const read = await parseRuleFile(file, sha512);
  return read.ok ? "taken" : read.error.type;
};
const changed = (change: (file: Record<string, unknown>) => void): string => {
  const file: Record<string, unknown> = JSON.parse(text);
  change(file);
  return JSON.stringify(file);
};

it("gives back what was signed, however it is laid out", async () => {
  const whole = {
    ok: true,
    value: { publisher: "县远教办", publisherKey: key.publicKey, rules, refused: [] },
  };
  expect(await parseRuleFile(text, sha512)).toEqual(whole);
  expect(await parseRuleFile(`\uFEFF${text}`, sha512)).toEqual(whole);
  const reversed = Object.fromEntries(Object.entries(JSON.parse(text)).reverse());
  expect(await parseRuleFile(JSON.stringify(reversed), sha512)).toEqual(whole);
});

it("is refused when anything was changed after signing", async () => {
  expect(await outcome(changed((file) => (file["publisher"] = "别人")))).toBe("signature-wrong");
  expect(await outcome(changed((file) => (file["rules"] = [{ id: "x" }])))).toBe("signature-wrong");
  const other = await makeSiteKey(new Uint8Array(32).fill(8), sha512);
  expect(await outcome(changed((file) => (file["publisherKey"] = other.publicKey)))).toBe(
    "signature-wrong",
  );
  expect(await outcome(changed((file) => (file["signature"] = "0".repeat(128))))).toBe(
    "signature-wrong",
  );
});

it("is refused when it is something else, too large, or nested to break the reader", async () => {
  expect(await outcome("{}")).toBe("not-a-rule-file");
  expect(await outcome("<html>")).toBe("not-a-rule-file");
  expect(await outcome(changed((file) => (file["extra"] = 1)))).toBe("not-a-rule-file");
  expect(await outcome(`{"type":"dianbo.portal-rules","rules":${"[".repeat(400_000)}`)).toBe(
    "not-a-rule-file",
  );
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  expect(await outcome(text.replace(/"rules": \[/u, `"rules": [${deep},`))).toBe("not-a-rule-file");
  expect(await outcome(" ".repeat(10_000_000))).toBe("too-large");
  expect(text.length).toBeLessThan(RULE_FILE_LIMIT);
});

it("takes the good rules and names the bad ones", async () => {
  const [good] = rules;
  if (good === undefined) throw new Error("no rule is built in");
  const slow = { ...good, id: "slow", body: [], media: [{ selector: "p", pattern: "(a+)+b" }] };
  const mixed = await parseRuleFile(
    await writeRuleFile([good, slow], "县远教办", key, sha512),
    sha512,
  );
  expect(mixed).toMatchObject({
    ok: true,
    value: { rules: [good], refused: [{ id: "slow", where: "media.0" }] },
  });
  expect(await outcome(await writeRuleFile([slow], "县远教办", key, sha512))).toBe("no-rule-left");
});
