/** Runs in the page, put there by the panel; it must not use anything from outside itself. */
const drawSmall = async (url: string): Promise<string | null> => {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(4000) });
    if (!answer.ok) return null;
    const bitmap = await createImageBitmap(await answer.blob());
    const scale = Math.min(1, 256 / bitmap.width);
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/jpeg", 0.8);
  } catch {
    return null;
  }
};

/**
 * A small picture of the cover to show in the panel, as a `data:` address. The page itself fetches it, so
 * no leave is needed; a cover on another host that gives pages nothing is simply not shown.
 */
export const coverPreview = async (tab: number, url: string): Promise<string | undefined> => {
  try {
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: tab },
      func: drawSmall,
      args: [url],
    });
    const picture = result?.result;
    return typeof picture === "string" && picture.startsWith("data:image/jpeg")
      ? picture
      : undefined;
  } catch {
    return undefined;
  }
};
