import type { Homes, LibraryPlace } from "@dianbo/pwa/app";
import { hashesInUse, openInbox } from "../inbox/index.ts";
import {
  DEFAULT_APP_ADDRESS,
  isAppAddress,
  type LibraryHome,
  readLibraryHome,
  watchLibraryHome,
  writeLibraryHome,
} from "../settings/index.ts";

const placeOf = (home: LibraryHome): LibraryPlace =>
  home.home === "extension"
    ? { at: "here" }
    : { at: "there", address: home.address, copy: home.copy, since: home.since };

const homeOf = (place: LibraryPlace): LibraryHome =>
  place.at === "here" || place.address === undefined
    ? { home: "extension" }
    : { home: "hosted", address: place.address, copy: place.copy, since: place.since };

/** What the extension knows of the homes on this PC: kept in its settings, which every page of it reads. */
export const openExtensionHomes = async (): Promise<Homes> => {
  let home = await readLibraryHome();
  return {
    place: () => placeOf(home),
    settle: async (place) => {
      home = homeOf(place);
      await writeLibraryHome(home);
    },
    subscribe: watchLibraryHome,
    isAppAddress,
    usualAddress: home.home === "hosted" ? home.address : DEFAULT_APP_ADDRESS,
    filesInUse: async () => {
      const inbox = openInbox();
      const used = hashesInUse(await inbox.all(), []);
      inbox.close();
      return used;
    },
  };
};
