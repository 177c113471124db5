/** Held by the host's window of the study room; a second window of the room waits for it to close. */
export const ROOM_LOCK = "dianbo-room";

/** Held by the projector's window. */
export const PROJECTOR_LOCK = "dianbo-projector";

const isHeld = async (...names: readonly string[]): Promise<boolean> =>
  ((await navigator.locks.query()).held ?? []).some(
    ({ name }) => name !== undefined && names.includes(name),
  );

/** Whether any window of this browser is the host's. */
export const hasHost = (): Promise<boolean> => isHeld(ROOM_LOCK);

/** Whether the study room is open in any window of this browser. */
export const isRoomOpen = (): Promise<boolean> => isHeld(ROOM_LOCK, PROJECTOR_LOCK);
