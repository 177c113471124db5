/** Settings: site, post, language, text size, samples, storage. */

export { KeySheet } from "./key-sheet.tsx";
export { SettingsRoom } from "./settings-room.tsx";
