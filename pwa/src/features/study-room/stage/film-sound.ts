/** How loud a film can be made: 1 as it was recorded, 2 for a quiet one in a large room. */
export const LOUDEST = 2;

let context: AudioContext | undefined;
const boosted = new WeakMap<HTMLMediaElement, readonly [MediaElementAudioSourceNode, GainNode]>();

/**
 * Sends the film's sound through an amplifier of the page. Made with the first key that asks for more than
 * the film has, because a page may open its sound only when somebody has pressed a key.
 */
const boost = (film: HTMLMediaElement): GainNode => {
  const nodes = boosted.get(film);
  if (nodes !== undefined) return nodes[1];
  context ??= new AudioContext();
  const source = context.createMediaElementSource(film);
  const gain = context.createGain();
  source.connect(gain).connect(context.destination);
  boosted.set(film, [source, gain]);
  return gain;
};

/** Sets how loud a film is, from 0 to `LOUDEST`; where the page has no amplifier it stays as loud as it was recorded. */
export const setLoudness = (film: HTMLMediaElement, loudness: number): void => {
  film.volume = Math.min(1, loudness);
  if (loudness <= 1 && !boosted.has(film)) return;
  try {
    boost(film).gain.value = Math.max(1, loudness);
    if (context?.state === "suspended") void context.resume().catch(() => undefined);
  } catch {
    // No sound card, or the browser refuses: the film's own loudness is what there is.
  }
};

/** Lets the amplifier go with its film, or an evening's films would all be kept. */
export const releaseSound = (film: HTMLMediaElement): void => {
  for (const node of boosted.get(film) ?? []) node.disconnect();
  boosted.delete(film);
};
