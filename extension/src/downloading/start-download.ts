import type { Inbox } from "../inbox/index.ts";
import { ensureDownloadHost } from "./download-host.ts";
import { DOWNLOADS_CHANNEL, type DownloadNudge } from "./messages.ts";

const nudge = (message: DownloadNudge): void => {
  const channel = new BroadcastChannel(DOWNLOADS_CHANNEL);
  channel.postMessage(message);
  channel.close();
};

/**
 * Begins (or begins again) to fetch a clip's file, from any context of the extension. The row must
 * stand in the inbox with a `fileUrl`; progress and outcome are written into its `file`. A row whose
 * file is held, or that has none to fetch, is left as it is.
 */
export const startDownload = async (id: string, inbox: Inbox): Promise<void> => {
  await inbox.update(id, (clip) =>
    clip.fileUrl == null || clip.file.state === "held" || clip.file.state === "downloading"
      ? clip
      : { ...clip, file: { state: "waiting" } },
  );
  await ensureDownloadHost();
  nudge({ type: "look" });
};

/** Stops a download; the row stays in the inbox as cancelled and can be started again. */
export const cancelDownload = async (id: string, inbox: Inbox): Promise<void> => {
  nudge({ type: "cancel", id });
  await inbox.update(id, (clip) => {
    if (clip.file.state !== "waiting" && clip.file.state !== "downloading") return clip;
    const received = clip.file.state === "downloading" ? clip.file.received : 0;
    return { ...clip, file: { state: "failed", reason: "cancelled", received } };
  });
};
