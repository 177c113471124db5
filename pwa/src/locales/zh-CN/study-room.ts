/** Words of the study room. The source of the keys. */
export const studyRoom = {};
