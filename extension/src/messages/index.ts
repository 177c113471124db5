/** Messages between the extension's own contexts, one schema each. */
export { type PanelRequest, panelRequestSchema } from "./panel-request.ts";
