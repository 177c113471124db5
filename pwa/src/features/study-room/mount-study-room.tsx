/** Opens the library and draws the study room into `#root`. */
export const mountStudyRoom = async (_options: { readonly home: "hosted" | "extension" }): Promise<void> => {};
