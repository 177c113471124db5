import { PROJECTOR_LOCK, ROOM_LOCK } from "../../../app/room-lock.ts";

const LOCKS = { host: ROOM_LOCK, projector: PROJECTOR_LOCK } as const;

/** Runs `held` while this window is the host's or the projector's, until what it answers is settled. */
export const asWindow = (which: keyof typeof LOCKS, held: () => Promise<void>): void => {
  navigator.locks
    .request(LOCKS[which], held)
    // A browser that gives no locks has one window only.
    .catch(() => undefined);
};
