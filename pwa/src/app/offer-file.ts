/** Gives a file to the browser's downloads. */
export const offerFile = (file: Blob, name: string): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file over long before.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
