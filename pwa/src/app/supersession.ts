/** Whether a newer version of the app, in another tab, has taken the database over. */
export interface Supersession {
  readonly happen: () => void;
  readonly happened: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

/** From that moment on this tab can only be read and opened anew; the shell says so. */
export const createSupersession = (): Supersession => {
  let happened = false;
  const listeners = new Set<() => void>();
  return {
    happen: () => {
      happened = true;
      for (const listener of listeners) listener();
    },
    happened: () => happened,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
