import { mountStudyRoom } from "@dianbo/pwa/study-room";

/** The study room, at home inside the extension. */
mountStudyRoom({ home: "extension" });
