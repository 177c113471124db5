import { mountStudyRoom } from "./features/study-room/index.ts";

/** The hosted app's study room. */
mountStudyRoom({ home: "hosted" });
