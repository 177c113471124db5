/** Every rule file of this folder; a test holds the list complete. Read and checked by `builtInRules`. */
import people from "./people.json" with { type: "json" };

/** The rule files as they stand in this folder, not yet checked. */
export const BUILT_IN: readonly unknown[] = [people];
