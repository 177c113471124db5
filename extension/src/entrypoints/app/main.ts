import { mountOffice } from "@dianbo/pwa/app";
import { openExtensionHomes, openInboxSource } from "../../inbox-room/index.ts";

/** The office, at home inside the extension. */
mountOffice({ home: "extension", openInbox: openInboxSource, openHomes: openExtensionHomes });
