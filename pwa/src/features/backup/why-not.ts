import type { BackupFailure } from "@dianbo/shared/backup";
import type { Words } from "../../locales/index.ts";
import type { RestoreFailure } from "../../storage/index.ts";

/** Why a restore did not happen. */
export type WhyNot = (BackupFailure | RestoreFailure)["type"] | "no-restore-point";

/** The same in words. */
export const whyNotInWords = (why: WhyNot, { failures }: Words["backup"]): string => {
  switch (why) {
    // A restore undoes nothing, so the store never says these two of it.
    case "nothing-to-undo":
    case "moved-on":
      return failures["not-stored"];
    default:
      return failures[why];
  }
};
