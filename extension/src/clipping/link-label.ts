/** Runs in the page, put there by the panel; it must not use anything from outside itself. */
const findLabel = (url: string): string => {
  const link = [...Document.prototype.querySelectorAll.call(document, "a[href], area[href]")].find(
    (one) =>
      (one instanceof HTMLAnchorElement || one instanceof HTMLAreaElement) && one.href === url,
  );
  return (
    (link?.textContent ?? "").replace(/\s+/gu, " ").trim() || (link?.getAttribute("title") ?? "")
  );
};

/** What the page calls a link that was pointed at; empty where it does not say. */
export const linkLabel = async (tab: number, url: string): Promise<string> => {
  try {
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: tab },
      func: findLabel,
      args: [url],
    });
    const label = result?.result;
    return typeof label === "string" ? label.slice(0, 300) : "";
  } catch {
    return "";
  }
};
