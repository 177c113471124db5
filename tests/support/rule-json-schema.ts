/** The shape of a portal rule as JSON Schema, for editors and for whoever writes rules outside this house. */
import { ruleSchema } from "@dianbo/shared/portal-rule";

type JsonSchema = Record<string, unknown>;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const read = (thing: unknown, key: string): unknown =>
  isObject(thing) ? Reflect.get(thing, key) : undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Limits that JSON Schema can say too; the bounds of a pattern it cannot. */
const limitOf = (action: unknown, isList: boolean): JsonSchema => {
  const requirement = read(action, "requirement");
  switch (read(action, "type")) {
    case "min_length":
      return isList ? { minItems: requirement } : { minLength: requirement };
    case "max_length":
      return isList ? { maxItems: requirement } : { maxLength: requirement };
    case "min_value":
      return { minimum: requirement };
    case "max_value":
      return { maximum: requirement };
    case "integer":
      return { type: "integer" };
    case "regex":
      return { pattern: requirement instanceof RegExp ? requirement.source : undefined };
    default:
      return {};
  }
};

const objectOf = (entries: unknown): JsonSchema => {
  const all = isObject(entries) ? Object.entries(entries) : [];
  return {
    type: "object",
    properties: Object.fromEntries(all.map(([name, entry]) => [name, schemaOf(entry)])),
    required: all.filter(([, entry]) => read(entry, "type") !== "optional").map(([name]) => name),
    additionalProperties: false,
  };
};

const plainOf = (schema: unknown): JsonSchema => {
  const type = read(schema, "type");
  switch (type) {
    case "string":
    case "number":
      return { type };
    case "literal":
      return { const: read(schema, "literal") };
    case "picklist":
      return { enum: read(schema, "options") };
    case "optional":
      return schemaOf(read(schema, "wrapped"));
    case "array":
      return { type: "array", items: schemaOf(read(schema, "item")) };
    case "union":
      return { anyOf: listOf(read(schema, "options")).map(schemaOf) };
    case "record":
      return {
        type: "object",
        propertyNames: schemaOf(read(schema, "key")),
        additionalProperties: schemaOf(read(schema, "value")),
      };
    case "strict_object":
      return objectOf(read(schema, "entries"));
    default:
      throw new Error(`no word for ${String(type)} in JSON Schema`);
  }
};

const schemaOf = (schema: unknown): JsonSchema => {
  const isList = read(schema, "type") === "array";
  const actions = listOf(read(schema, "pipe")).slice(1);
  return Object.assign(plainOf(schema), ...actions.map((action) => limitOf(action, isList)));
};

/** The JSON Schema of a portal rule, as docs/portal-rule.schema.json holds it. */
export const ruleJsonSchema = (): JsonSchema => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Portal rule of Dianbo",
  description: "See portal-rules.md. The bounds of patterns are checked when a rule is loaded.",
  ...schemaOf(ruleSchema),
});
