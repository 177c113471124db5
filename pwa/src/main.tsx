import { mountOffice } from "./app/index.ts";

/** The hosted app's office. */
mountOffice({ home: "hosted" });
