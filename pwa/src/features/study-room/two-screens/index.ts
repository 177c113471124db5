/**
 * The second window: the audience's picture on the projector, the host's screen on the PC. Fetched when the
 * keypad is up already; the USB edition, whose windows know nothing of each other, does without.
 */
export { loadHostSide } from "./host-side.tsx";
export { loadProjector } from "./projector.tsx";
