import { takeShared } from "../offline/index.ts";
import { isWriting } from "./room-search.ts";

/** A list as it came: a file, or a text that was copied out of a chat. */
export type CaughtList = File | string;

let waiting: CaughtList | undefined;
const listeners = new Set<() => void>();

/** Whether a file is a list by its name; what it really is, is found out when it is opened. */
export const isListFile = ({ name }: File): boolean => /\.dianbo$/iu.test(name);

/** Whether a text from a chat has a part of a list in it; what it really is, is found out when it is opened. */
const looksLikeList = (text: string): boolean => /DB\d{1,3}\./u.test(text.normalize("NFKC"));

/** Whether a text is a channel's link (`channelLink`); what it really is, is found out when it is opened. */
const isChannel = (text: string): boolean => /^\s*https?:\/\/\S+#dianbo(?:=\S*)?\s*$/iu.test(text);

/** Takes a list that came from anywhere to the room that opens lists; a channel's file or link to the room of channels. */
export const catchList = async (list: CaughtList): Promise<void> => {
  if (typeof list !== "string") {
    const { bringChannel, isChannelFile } = await import("./channel-files.ts");
    if (await isChannelFile(list)) {
      bringChannel(list);
      return;
    }
  } else if (isChannel(list)) {
    const { bringChannel } = await import("./channel-files.ts");
    bringChannel(list);
    return;
  }
  waiting = list;
  location.hash = "#/share";
  for (const listener of listeners) listener();
};

/** The list that came and has not been opened yet; once. */
export const takeCaughtList = (): CaughtList | undefined => {
  const list = waiting;
  waiting = undefined;
  return list;
};

/** Tells when a list has come; returns how to stop. */
export const onCaughtList = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The installed app's files, as Chromium hands them over after a double click. */
interface LaunchQueue {
  setConsumer(
    consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void,
  ): void;
}

declare global {
  interface Window {
    /** Only in the installed app, and only in Chromium. */
    readonly launchQueue?: LaunchQueue;
  }
}

const carriesFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes("Files") === true;

/**
 * Catches lists wherever they come from: dropped anywhere in the office, pasted, or opened by double
 * click where the app is installed. Other files are left to the room they were dropped in; none of them
 * ever takes the office's place in the window.
 */
export const catchLists = (): void => {
  const hover = (event: DragEvent): void => {
    if (!event.defaultPrevented && carriesFiles(event)) event.preventDefault();
  };
  const dropFirst = (event: DragEvent): void => {
    const list = [...(event.dataTransfer?.files ?? [])].find(isListFile);
    if (list === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void catchList(list);
  };
  const paste = (event: ClipboardEvent): void => {
    if (isWriting(event.target)) return;
    const file = [...(event.clipboardData?.files ?? [])].find(isListFile);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const list = file ?? (looksLikeList(text) || isChannel(text) ? text : undefined);
    if (list === undefined) return;
    event.preventDefault();
    void catchList(list);
  };
  addEventListener("dragover", hover);
  addEventListener("drop", dropFirst, { capture: true });
  addEventListener("drop", hover);
  addEventListener("paste", paste);
  void takeShared().then((shared) => {
    if (shared !== undefined) void catchList(shared);
  });
  window.launchQueue?.setConsumer(({ files }) => {
    const [handle] = files ?? [];
    void handle?.getFile().then(catchList);
  });
};
