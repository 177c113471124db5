/** The page that holds the engine's worker. */
const OFFSCREEN_PAGE = "offscreen.html";

/**
 * Sees to it that somewhere in the profile a page runs the download engine: an offscreen document
 * where the browser has them. Elsewhere (Firefox) the event page itself is the host.
 */
export const ensureDownloadHost = async (): Promise<void> => {
  if (typeof chrome.offscreen?.createDocument !== "function") return;
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
