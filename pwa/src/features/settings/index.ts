/** Settings: site, post, language, text size, samples, storage. */
export { SettingsRoom } from "./settings-room.tsx";
