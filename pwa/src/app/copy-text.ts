/** Copies a text; `false` where the browser refuses (old browsers, pages from a stick). */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
