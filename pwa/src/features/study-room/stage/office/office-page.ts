/** An office's file as a page. */
export interface OfficePage {
  /** Sanitised. */
  readonly html: string;
  /** Lets go of what the page shows; called when nobody reads it any more. */
  readonly release: () => void;
}
