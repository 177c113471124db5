/** What the browser's own player says of a film or a recording. */
export type Probe =
  | {
      readonly type: "plays";
      /** Not known where the file does not say it. */
      readonly seconds: number | undefined;
      /** No picture was found: a recording, or a film whose pictures this browser cannot decode. */
      readonly soundOnly: boolean;
    }
  | { readonly type: "cannot-play" };

/** Old PCs read slowly; after so many milliseconds the minutes are left to the person. */
const PATIENCE = 10_000;

/** Asks a media element for length and pictures of a file. */
export const probeMedia = (file: File, mime: string): Promise<Probe> =>
  new Promise((resolve) => {
    const url = URL.createObjectURL(file.slice(0, file.size, mime));
    const video = document.createElement("video");
    video.preload = "metadata";
    video.muted = true;
    const answer = (probe: Probe): void => {
      clearTimeout(patience);
      video.onloadedmetadata = null;
      video.onerror = null;
      video.removeAttribute("src");
      video.load();
      URL.revokeObjectURL(url);
      resolve(probe);
    };
    const patience = setTimeout(
      () => answer({ type: "plays", seconds: undefined, soundOnly: false }),
      PATIENCE,
    );
    video.onloadedmetadata = () =>
      answer({
        type: "plays",
        seconds: Number.isFinite(video.duration) ? video.duration : undefined,
        soundOnly: video.videoWidth === 0,
      });
    video.onerror = () => answer({ type: "cannot-play" });
    video.src = url;
  });
