/**
 * Reads aloud with a voice that lies on this PC. Voices that the browser fetches from its maker would send
 * the text away and need the network: they are left alone.
 */
export const localVoice = (): SpeechSynthesisVoice | undefined => {
  if (!("speechSynthesis" in window)) return undefined;
  const voices = speechSynthesis
    .getVoices()
    .filter(({ localService, lang }) => localService && /^(zh|cmn)/iu.test(lang));
  // Mandarin of the mainland before Hong Kong's and Taiwan's.
  return voices.find(({ lang }) => /CN|Hans/iu.test(lang)) ?? voices[0];
};

/** Pieces short enough that no engine breaks off in the middle; they end where a sentence does. */
export const sentencesOf = (text: string): readonly string[] =>
  (text.match(/[^。！？；\n]{1,160}[。！？；]?/gu) ?? [])
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");

/** Reads a text from its beginning; answers how to stop. `onEnd` is called when it has been read to the end. */
export const readAloud = (
  text: string,
  voice: SpeechSynthesisVoice,
  onEnd: () => void,
): (() => void) => {
  const sentences = sentencesOf(text);
  let stopped = false;
  const say = (at: number): void => {
    const sentence = sentences[at];
    if (stopped) return;
    if (sentence === undefined) {
      onEnd();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    utterance.onend = () => say(at + 1);
    // A sentence that the voice stumbles over costs that sentence.
    utterance.onerror = () => say(at + 1);
    speechSynthesis.speak(utterance);
  };
  speechSynthesis.cancel();
  say(0);
  return () => {
    stopped = true;
    speechSynthesis.cancel();
  };
};
