/** Words of the app shell, rail, undo line. The source of the keys. */
export const shell = {};
