/** Messages between the extension's own contexts, one schema each. */
export { type PanelRequest, panelRequestSchema } from "./panel-request.ts";
export { PICK_ASK, PICK_KEYS, type PickKey, pickAskSchema, pickKeySchema } from "./pick.ts";
