import type { Dependencies } from "../../app/library-context.tsx";
import { isRoomOpen } from "../../app/room-lock.ts";
import { keptPlace } from "../../storage/meeting/index.ts";
import { meetingDesk } from "./meeting-desk.ts";

/** Milliseconds: the page is let alone first; then so often. */
const FIRST = 8_000;
const BETWEEN = 10 * 60_000;

const wait = (millis: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, millis));

/**
 * Meets the other PCs as long as this page is open, where a place was chosen and nobody need be asked; never
 * while the study room is open.
 */
export const meetByItself = async (dependencies: Dependencies): Promise<void> => {
  await wait(FIRST);
  for (;;) {
    const kept = await keptPlace(dependencies.library).catch(() => undefined);
    if (kept !== undefined && !(await isRoomOpen())) {
      await meetingDesk(dependencies).meetQuietly();
    }
    await wait(BETWEEN);
  }
};
