/** How the server misbehaves. Every switch is off at first; tests set them while the server runs. */
export type Switches = {
  /** Bytes a second at which media and attachments are sent; null sends at once. */
  slow: number | null;
  /** After so many bytes of a media answer's body the socket is destroyed; null never. */
  cutAfter: number | null;
  /** Path with its leading slash, as asked for (`/video/x.mp4`) → status that is answered instead. */
  status: Map<string, number>;
  /** Ranges are ignored: always 200 and the whole file, and no Accept-Ranges. */
  noRange: boolean;
  /** Content type that media and attachments are sent with instead of the true one; null sends the true one. */
  wrongType: string | null;
  /** Turns everything off again. */
  reset(): void;
};

/** Switches, all off. */
export function createSwitches(): Switches {
  return {
    slow: null,
    cutAfter: null,
    status: new Map(),
    noRange: false,
    wrongType: null,
    reset() {
      this.slow = null;
      this.cutAfter = null;
      this.status.clear();
      this.noRange = false;
      this.wrongType = null;
    },
  };
}
