/** Portal rules: how the pages of a portal are read, as data. docs/portal-rules.md tells how to write one. */
export { matchesInScript, matchLine } from "./bounded-pattern.ts";
export { builtInRules } from "./built-in-rules.ts";
export {
  ANSWER_LIMIT,
  type CallAnswer,
  type CallFailure,
  parseAnswer,
  readCallAnswer,
  withAnswer,
} from "./call-answer.ts";
export { activeRules, covers, kindByAddress, pathOf, rulesFor } from "./choose-rule.ts";
export { atPath, textAtPath } from "./json-path.ts";
export type { ListData, ListRule } from "./list-rule.ts";
export { mediaKind } from "./media-kind.ts";
export { protectionOf } from "./protection-of.ts";
export { type RuleRefusal, readRule } from "./read-rule.ts";
export {
  parseRuleFile,
  RULE_FILE_ENDING,
  RULE_FILE_LIMIT,
  type RuleFile,
  type RuleFileFailure,
  writeRuleFile,
} from "./rule-file.ts";
export { type RuleFindings, type RuleMedia, ruleFindingsSchema } from "./rule-findings.ts";
export type { Finder } from "./rule-parts.ts";
export {
  type JsonCall,
  type PortalRule,
  PROTECTIONS,
  type Protection,
  RULE_KINDS,
  type RuleKind,
  ruleSchema,
} from "./rule-schema.ts";
