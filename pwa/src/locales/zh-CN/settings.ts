/** Words of the settings. The source of the keys. */
export const settings = {};
