/** Words of the inbox. The source of the keys. */
export const inbox = {};
