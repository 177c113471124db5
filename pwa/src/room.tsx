import { hasMovedAway } from "./app/moved-away.ts";
import { mountStudyRoom } from "./features/study-room/index.ts";
import { registerOffline } from "./offline/index.ts";

/** The hosted app's study room; where the library has moved away, the office says where to. */
if (hasMovedAway()) location.replace("./");
else void mountStudyRoom({ home: "hosted" }).then(registerOffline);
