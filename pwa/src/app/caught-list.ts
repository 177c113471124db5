import { isWriting } from "./room-search.ts";

let waiting: File | undefined;
const listeners = new Set<() => void>();

/** Whether a file is a list by its name; what it really is, is found out when it is opened. */
export const isListFile = ({ name }: File): boolean => /\.dianbo$/iu.test(name);

/** Takes a list that came from anywhere to the room that opens lists. */
const catchList = (file: File): void => {
  waiting = file;
  location.hash = "#/share";
  for (const listener of listeners) listener();
};

/** The list that came and has not been opened yet; once. */
export const takeCaughtList = (): File | undefined => {
  const file = waiting;
  waiting = undefined;
  return file;
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
    catchList(list);
  };
  const paste = (event: ClipboardEvent): void => {
    const list = [...(event.clipboardData?.files ?? [])].find(isListFile);
    if (list === undefined || isWriting(event.target)) return;
    event.preventDefault();
    catchList(list);
  };
  addEventListener("dragover", hover);
  addEventListener("drop", dropFirst, { capture: true });
  addEventListener("drop", hover);
  addEventListener("paste", paste);
  window.launchQueue?.setConsumer(({ files }) => {
    const [handle] = files ?? [];
    void handle?.getFile().then(catchList);
  });
};
