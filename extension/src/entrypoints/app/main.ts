import { mountOffice } from "@dianbo/pwa/app";
import { type Clock, instantSchema, LATEST_INSTANT } from "@dianbo/shared/clock";
import * as v from "valibot";
import { openExtensionHomes, openInboxSource } from "../../inbox-room/index.ts";

const clock: Clock = {
  now: () => v.parse(instantSchema, Math.min(LATEST_INSTANT, Math.max(0, Date.now()))),
};

/** The office, at home inside the extension. */
mountOffice({
  home: "extension",
  openInbox: (library, newId) => openInboxSource(library, clock, newId),
  openHomes: openExtensionHomes,
});
