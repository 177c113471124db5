/** Words of the programme list and print. The source of the keys. */
export const programmeBook = {};
