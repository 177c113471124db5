/** The page that holds the engine's worker. */
const OFFSCREEN_PAGE = "offscreen.html";

/**
 * Opens a page that runs the download engine: an offscreen document where the browser has them, else
 * (Firefox) a tab in the background. The engine's lock keeps a second one from working.
 */
export const openDownloadHost = async (): Promise<void> => {
  if (typeof chrome.offscreen?.createDocument !== "function") {
    await chrome.tabs.create({ url: chrome.runtime.getURL(OFFSCREEN_PAGE), active: false });
    return;
  }
  try {
    await chrome.offscreen.createDocument({
      url: OFFSCREEN_PAGE,
      reasons: [chrome.offscreen.Reason.BLOBS],
      justification: "Fetches the files of clipped courseware and keeps them on this computer.",
    });
  } catch (error) {
    // Chromium 109 cannot be asked whether one is open; it says so by refusing a second.
    if (!(error instanceof Error) || !/single offscreen/iu.test(error.message)) throw error;
  }
};
