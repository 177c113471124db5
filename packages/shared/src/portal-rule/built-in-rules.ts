import { BUILT_IN } from "./built-in/index.ts";
import { readRule } from "./read-rule.ts";
import type { PortalRule } from "./rule-schema.ts";

let read: readonly PortalRule[] | undefined;

/** The rules that ship with the product, checked once when first asked for. A test holds that none is refused. */
export const builtInRules = (): readonly PortalRule[] => {
  read ??= BUILT_IN.flatMap((data) => {
    const rule = readRule(data);
    return rule.ok ? [rule.value] : [];
  });
  return read;
};
