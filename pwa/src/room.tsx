import { mountStudyRoom } from "./features/study-room/index.ts";
import { registerOffline } from "./offline/index.ts";

/** The hosted app's study room. */
void mountStudyRoom({ home: "hosted" }).then(registerOffline);
