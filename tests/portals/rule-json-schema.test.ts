import { expect, test } from "vitest";
import { ruleJsonSchema } from "../support/rule-json-schema.ts";

/** After a change of the schema: `vitest run --project portals tests/portals/rule-json-schema.test.ts -u`. */
test("the published JSON Schema is the schema that rules are read by", async () => {
  const text = `${JSON.stringify(ruleJsonSchema(), undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../docs/portal-rule.schema.json");
});
