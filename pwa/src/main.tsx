import { mountOffice } from "./app/index.ts";
import { registerOffline } from "./offline/index.ts";

/** The hosted app's office. */
void mountOffice({ home: "hosted" }).then(registerOffline);
