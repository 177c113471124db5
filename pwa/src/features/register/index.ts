/** The playback register: by month, on paper and as a table, entered by hand and put right. */
export { RegisterPrint } from "./register-print.tsx";
export { RegisterRoom } from "./register-room.tsx";
