import { checkOne, hashSlowly, type Turn } from "../storage/checking/index.ts";
import type { Dependencies } from "./library-context.tsx";
import { isRoomOpen } from "./room-lock.ts";

/** One tab looks files through at a time. */
const OWN_LOCK = "dianbo-file-checks";
/** Milliseconds. The page is let alone first; after each mebibyte there is a rest. */
const FIRST = 60_000;
const REST = 60;
const BETWEEN: Readonly<Record<Turn, number>> = {
  checked: 15_000,
  stopped: 60_000,
  "room-open": 60_000,
  paused: 60_000,
  "nothing-due": 30 * 60_000,
};
/** While a file is read, the room is looked for so often. */
const LOOK = 3000;

const wait = (millis: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, millis));

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve());
    else resolve();
  });

/** Looks one file through; lets go at once where somebody opens the study room. */
const turn = async ({ library, media, clock }: Dependencies): Promise<Turn> => {
  const stopper = new AbortController();
  const looking = setInterval(() => {
    void isRoomOpen().then((open) => open && stopper.abort());
  }, LOOK);
  try {
    return await checkOne(
      {
        library,
        media,
        clock,
        isRoomOpen,
        hash: (file, signal) => hashSlowly(file, REST, signal),
      },
      stopper.signal,
    );
  } finally {
    clearInterval(looking);
  }
};

/**
 * Looks the library's files through in quiet hours, as long as this page is open: one at a time, slowly,
 * when the page has nothing else to do, and never while the study room is open.
 */
export const checkFilesQuietly = async (dependencies: Dependencies): Promise<void> => {
  await wait(FIRST);
  // The tab that holds it goes on until it is closed; then the next one does.
  await navigator.locks.request(OWN_LOCK, async () => {
    for (;;) {
      await idle();
      await wait(BETWEEN[await turn(dependencies).catch((): Turn => "stopped")]);
    }
  });
};
