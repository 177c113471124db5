/** What comes after the first digit: one part of the room, fetched while the keypad is already usable. */
export { CalledPanel } from "./keypad/called-panel.tsx";
export { Stage } from "./stage/stage.tsx";
