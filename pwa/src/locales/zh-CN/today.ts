/** Words of the start page. The source of the keys. */
export const today = {};
