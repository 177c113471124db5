/** Portal rules as this browser keeps them: which hold, where they came from, and how they fare. */
export { openPortalsDoor } from "./portals-door.ts";
