/** The downloads' room: the queue, and what this download session has brought. */
export { DownloadsPrint } from "./downloads-print.tsx";
export { DownloadsRoom } from "./downloads-room.tsx";
