/** The portals' room: start pages of a download session, leave for sites, rules that travel. */

export { PortalsRoom } from "./portals-room.tsx";
export { RulesRoom } from "./rules-room.tsx";
