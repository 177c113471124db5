import * as v from "valibot";
import { err, ok, type Result } from "../result/index.ts";
import { covers } from "./choose-rule.ts";
import { type PortalRule, ruleSchema } from "./rule-schema.ts";

/** Why a rule was refused; `where` is the path in the file, `because` is for whoever writes rules. */
export interface RuleRefusal {
  readonly type: "rule-refused";
  /** The rule's id where it has one. */
  readonly id: string | undefined;
  readonly where: string;
  readonly because: string;
}

/** Characters of one rule as JSON: forty lines and no more. */
const RULE_LIMIT = 8000;

const hostOfCall = (url: string): string => {
  try {
    return new URL(url).hostname;
  } catch {
    return "";
  }
};

const idOf = (data: unknown): string | undefined =>
  typeof data === "object" && data !== null && "id" in data && typeof data.id === "string"
    ? data.id.slice(0, 40)
    : undefined;

type Issue = v.BaseIssue<unknown>;

/** A union only says that nothing fitted; what a pattern or the nearest form lacked tells more. */
const nearest = (issue: Issue): Issue => {
  const inner = issue.issues ?? [];
  const told = inner.find(({ message }) => message.startsWith("pattern ")) ?? inner.at(-1);
  return told === undefined ? issue : nearest(told);
};

/** What the shape alone cannot say: a rule belongs to hosts or signs, and calls only its own hosts. */
const checkWhole = (rule: PortalRule): Result<PortalRule, RuleRefusal> => {
  const refuse = (where: string, because: string) =>
    err({ type: "rule-refused" as const, id: rule.id, where, because });
  const signs = [rule.signs?.paths, rule.signs?.selectors, rule.signs?.scripts].flat();
  if (rule.hosts.length === 0 && signs.every((sign) => sign === undefined))
    return refuse("hosts", "neither hosts nor signs: nothing says when it holds");
  const calls = [rule.json?.url, ...rule.listData.map(({ url }) => url)].filter(
    (url) => url !== undefined && /^https?:/u.test(url),
  );
  for (const url of calls) {
    const host = hostOfCall(url ?? "");
    if (!rule.hosts.some((own) => covers(own, host)))
      return refuse("json.url", `${host} is not among the rule's hosts`);
  }
  return ok(rule);
};

/** Reads one rule: shape, bounded patterns, own hosts. */
export const readRule = (data: unknown): Result<PortalRule, RuleRefusal> => {
  const id = idOf(data);
  if ((JSON.stringify(data) ?? "").length > RULE_LIMIT)
    return err({
      type: "rule-refused",
      id,
      where: "",
      because: `longer than ${RULE_LIMIT} characters`,
    });
  const parsed = v.safeParse(ruleSchema, data, { abortEarly: true });
  if (parsed.success) return checkWhole(parsed.output);
  const [issue] = parsed.issues;
  return err({
    type: "rule-refused",
    id,
    where: v.getDotPath(issue) ?? "",
    because: nearest(issue).message,
  });
};
