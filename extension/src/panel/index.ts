/** The clip panel: what was recognised, one stroke to file and save it. */
export { ClipPanel } from "./clip-panel.tsx";
export { StoreClosed } from "./panel-frame.tsx";
