import { mountStudyRoom } from "@dianbo/pwa/study-room";
import { readLibraryHome } from "../../settings/index.ts";

/** The study room, at home inside the extension; where the library is in a hosted app, that app's room. */
const start = async (): Promise<void> => {
  const home = await readLibraryHome();
  if (home.home === "extension") await mountStudyRoom({ home: "extension" });
  else location.replace(new URL("room.html", home.address).href);
};

void start();
