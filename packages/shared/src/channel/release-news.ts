import type { ChannelIndex } from "./channel-index.ts";

/** That a channel has another release than the one held. */
export interface ReleaseNews {
  readonly release: number;
  /** Items that are new or changed in it; absent where everything was written anew and nobody has counted. */
  readonly written?: number | undefined;
}

/** What an index tells of its release beside the held one, without its segments. */
export const newsOf = (offered: ChannelIndex, held: ChannelIndex): ReleaseNews => {
  const here = new Set(held.segments.map(({ hash }) => hash));
  const added = offered.segments.filter(({ hash }) => !here.has(hash));
  const { release } = offered;
  if (offered.segments.length - added.length < held.segments.length) return { release };
  return { release, written: added.reduce((sum, { count }) => sum + count, 0) };
};
