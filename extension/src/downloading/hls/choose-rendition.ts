import type { Rendition } from "./playlist.ts";

/** Whether this machine can play a picture of these codecs (RFC 6381). */
export type CanPlay = (codecs: string) => boolean;

/** A choice among renditions, and whether it is one that this machine cannot show. */
export interface RenditionChoice {
  readonly rendition: Rendition;
  /** No rendition of this lesson can be played here; it is said before anything is fetched. */
  readonly unplayable: boolean;
}

const heightOf = (rendition: Rendition): number => rendition.height ?? 0;

/**
 * Chooses the largest picture that is no higher than the site's setting, among those that this machine
 * plays; where all are higher, the smallest. Of equal heights the one with more bits.
 * `undefined` only for an empty list.
 */
export const chooseRendition = (
  renditions: readonly Rendition[],
  mostHeight: number,
  canPlay: CanPlay,
): RenditionChoice | undefined => {
  const playable = renditions.filter(({ codecs }) => codecs === "" || canPlay(codecs));
  const among = playable.length > 0 ? playable : renditions;
  const fitting = among.filter((one) => heightOf(one) <= mostHeight);
  const [best] =
    fitting.length > 0
      ? [...fitting].sort((a, b) => heightOf(b) - heightOf(a) || b.bandwidth - a.bandwidth)
      : [...among].sort((a, b) => heightOf(a) - heightOf(b) || b.bandwidth - a.bandwidth);
  return best === undefined ? undefined : { rendition: best, unplayable: playable.length === 0 };
};
