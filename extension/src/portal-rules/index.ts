/** Portal rules as this browser keeps them: which hold, where they came from, and how they fare. */
export { openPortalsDoor } from "./portals-door.ts";
export { noteReading } from "./rule-health.ts";
export { readRuleShelf } from "./rule-shelf.ts";
