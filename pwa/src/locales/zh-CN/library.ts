/** Words of the library and search box. The source of the keys. */
export const library = { title: "课件" };
