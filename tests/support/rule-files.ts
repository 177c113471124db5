/** Signed files of portal rules, and the rule of the demonstration's village site, for the journeys of rules. */
import { createHash } from "node:crypto";
import { makeSiteKey, type Sha512 } from "@dianbo/shared/identity";
import { type PortalRule, readRule, writeRuleFile } from "@dianbo/shared/portal-rule";

/** SHA-512 as Node has it. */
export const sha512: Sha512 = async (bytes) =>
  new Uint8Array(createHash("sha512").update(bytes).digest());

/** A version of the village site's rule that takes its title from this selector. */
export const villageRule = (version: number, title: string): PortalRule => {
  const rule = readRule({
    id: "qinghe",
    version,
    name: "青禾县政府",
    home: "http://www.qinghe.gov.cn/",
    hosts: ["www.qinghe.gov.cn"],
    pages: [{ kind: "article", path: "/t\\d{8}_\\d+\\.shtml$" }],
    fields: { title: [title] },
  });
  if (!rule.ok) throw new Error(rule.error.because);
  return rule.value;
};

/** A file of rules, signed under a name by the key that a seed gives. */
export const signedRules = async (
  seed: number,
  publisher: string,
  ...rules: readonly PortalRule[]
): Promise<string> => {
  const key = await makeSiteKey(new Uint8Array(32).fill(seed), sha512);
  return await writeRuleFile(rules, publisher, key, sha512);
};
