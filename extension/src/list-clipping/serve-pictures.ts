import type { ClipDesk } from "../clipping/clip-desk.ts";
import { fetchNoted } from "../clipping/fetch-pictures.ts";
import { type OwedPictures, openPicturesOwed } from "../inbox/index.ts";
import { wakeClerk } from "./queue-list.ts";

/** The port that a page keeps open while it fetches pictures: it closes with the page. */
const PORT = "dianbo-pictures";

/**
 * Notes the pictures of a saved clip in a page that may be closed at any moment, and gives what fetches them
 * here. Should the page be closed first, the background is told so by the closing port, and has what is
 * left fetched behind it.
 */
export const notePictures = async (
  pictures: OwedPictures,
  desk: ClipDesk,
): Promise<(onProgress: (done: number, all: number) => void) => Promise<number>> => {
  const owed = openPicturesOwed();
  const port = chrome.runtime.connect({ name: PORT });
  await owed.owe(pictures);
  return async (onProgress) => {
    try {
      return await fetchNoted(owed, pictures, desk, onProgress);
    } finally {
      port.disconnect();
      owed.close();
    }
  };
};

/** Wakes the page that fetches left pictures, if any are owed; whether their panel is gone, it finds out itself. */
const goOnWithPictures = async (): Promise<void> => {
  const owed = openPicturesOwed();
  try {
    if ((await owed.all()).length === 0) return;
    owed.tell();
    await wakeClerk();
  } finally {
    owed.close();
  }
};

/**
 * The background's part of fetching pictures, to be called once at the top of the background script: goes on
 * with what a closed panel, or the last run of the browser, left.
 */
export const servePictures = (): void => {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name === PORT) port.onDisconnect.addListener(() => void goOnWithPictures());
  });
  void goOnWithPictures();
};
