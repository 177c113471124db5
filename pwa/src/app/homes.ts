/**
 * Where this PC's library is, as far as this home knows.
 *
 * - `here`: this home owns it.
 * - `there`: another home owns it; this one shows a door and nothing else.
 *
 * What this home holds itself while the library is there:
 * `none` nothing that counts; `kept` the copy from before it moved away; `arriving` part of a library
 * that is on its way here, which still belongs to the other home; `arrived` all of it, and only the
 * other home's farewell is missing.
 */
export type LibraryPlace =
  | { readonly at: "here" }
  | {
      readonly at: "there";
      /** The hosted app's address; `undefined` where the library is in the extension. */
      readonly address?: string | undefined;
      readonly copy: "none" | "kept" | "arriving" | "arrived";
      /** When it came to be so, in milliseconds since 1970; 0 where nobody noted it. */
      readonly since: number;
    };

/** What a home knows of the homes on this PC; each home keeps it in its own way. */
export interface Homes {
  place(): LibraryPlace;
  /** Keeps a new place before it answers; every page of this home is told. */
  settle(place: LibraryPlace): Promise<void>;
  /** Calls back when another page of this home has settled something; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Whether an address may be a hosted app's: https, or this computer. */
  isAppAddress(address: string): boolean;
  /** The address that is offered before anybody has said one. */
  readonly usualAddress: string;
  /** Files that something besides the library uses: rows of the inbox. */
  filesInUse(): Promise<ReadonlySet<string>>;
}
