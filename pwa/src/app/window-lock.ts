/** Held by every window of the office, by as many as there are. */
const OFFICE_LOCK = "dianbo-office";

/** Held while films are copied to or from the folder on disk. */
export const COPYING_LOCK = "dianbo-book-folder";

/** Says, as long as this window is open, that it is. */
export const holdOfficeLock = (): void => {
  navigator.locks
    .request(OFFICE_LOCK, { mode: "shared" }, () => new Promise<never>(() => undefined))
    // Without it another window only learns of this one when it is opened anew.
    .catch(() => undefined);
};

const held = async (): Promise<readonly (string | undefined)[]> =>
  ((await navigator.locks.query()).held ?? []).map(({ name }) => name);

/** Whether films are being copied to or from the folder on disk, in any window. */
export const isCopying = async (): Promise<boolean> => (await held()).includes(COPYING_LOCK);

/** How many windows of the office are open in this browser, this one among them. */
export const countOffices = async (): Promise<number> =>
  (await held()).filter((name) => name === OFFICE_LOCK).length;
