/** Where the bytes of a large file go. */
export interface SaveTarget {
  /** Whether the browser put it into its own download folder. */
  readonly downloads: boolean;
  /** Writes all of it or throws; `signal` stops it, and nothing usable is left then. */
  save(stream: ReadableStream<Uint8Array<ArrayBuffer>>, signal: AbortSignal): Promise<void>;
}

/** In Chromium since 86, in no DOM library and in no other browser. */
interface SavePicker {
  showSaveFilePicker(options: {
    readonly suggestedName: string;
    readonly id: string;
    readonly types: readonly {
      readonly description: string;
      readonly accept: Readonly<Record<string, readonly string[]>>;
    }[];
  }): Promise<FileSystemFileHandle>;
}
const hasSavePicker = (page: object): page is SavePicker =>
  "showSaveFilePicker" in page && typeof page.showSaveFilePicker === "function";

/** In Chromium since 110, in no DOM library. */
interface Removable {
  remove(): Promise<void>;
}
const isRemovable = (handle: object): handle is Removable =>
  "remove" in handle && typeof handle.remove === "function";

/**
 * Writes a stream into a file that a person named, or leaves none. Bytes appear in the file only when it is
 * closed, so what breaks off or is stopped leaves no half file; the empty one that the browser made when it
 * was named goes too, where the browser can.
 */
const saveInto = async (
  handle: FileSystemFileHandle,
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): Promise<void> => {
  try {
    await stream.pipeTo(await handle.createWritable(), { signal });
  } catch (error) {
    const isEmpty = await handle.getFile().then(
      ({ size }) => size === 0,
      () => false,
    );
    if (isEmpty && isRemovable(handle)) await handle.remove().catch(() => undefined);
    throw error;
  }
};

/** How long the browser may take to begin with a download before its bytes are let go. */
const LET_GO_AFTER_MS = 60_000;

const intoDownloads = (name: string): SaveTarget => ({
  downloads: true,
  save: async (stream, signal) => {
    const whole = stream.pipeThrough(new TransformStream(), { signal });
    const url = URL.createObjectURL(await new Response(whole).blob());
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), LET_GO_AFTER_MS);
  },
});

/**
 * Asks where to save, while the click still counts. Without a way to ask the browser's downloads take
 * it; nothing where the person thought better of it.
 */
export const chooseSaveTarget = async (
  name: string,
  kind: string,
  ending: string,
): Promise<SaveTarget | undefined> => {
  if (!hasSavePicker(window)) return intoDownloads(name);
  try {
    const handle = await window.showSaveFilePicker({
      suggestedName: name,
      // Where the person went last time for such a file.
      id: `dianbo${ending}`.replaceAll(/[^a-z]+/gu, "-").slice(0, 32),
      types: [{ description: kind, accept: { "application/octet-stream": [ending] } }],
    });
    return {
      downloads: false,
      save: (stream, signal) => saveInto(handle, stream, signal),
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    return intoDownloads(name);
  }
};
