/** Backup and restore: the room at `#/backup`, the line on the start page, the row in the settings. */
export { BackupLine, BackupSetting } from "./backup-line.tsx";
export { BackupRoom } from "./backup-room.tsx";
