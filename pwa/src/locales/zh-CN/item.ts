/** Words of the item page. The source of the keys. */
export const item = { back: "课件" };
