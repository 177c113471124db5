const GREETED = "greeted";

/**
 * Opens the greeting after the extension was loaded for the first time in this profile. The browser also
 * calls it an installation when the folder was moved or is named on the command line again, so that a
 * person was greeted is remembered beside the library, and gone with it.
 */
export const greetOnce = async ({ reason }: { readonly reason: string }): Promise<void> => {
  if (reason !== "install") return;
  const kept = await chrome.storage.local.get(GREETED);
  if (kept[GREETED] === true) return;
  await chrome.tabs.create({ url: chrome.runtime.getURL("welcome.html") });
  await chrome.storage.local.set({ [GREETED]: true });
};
