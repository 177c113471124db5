import { useEffect, useRef, useState } from "react";
import { localVoice, readAloud } from "./reading-voice.ts";

/** Whether a local voice is there; browsers hand their voices over a moment after the page. */
const useLocalVoice = (): SpeechSynthesisVoice | undefined => {
  const [voice, setVoice] = useState(localVoice);
  useEffect(() => {
    if (!("speechSynthesis" in window)) return;
    const look = (): void => setVoice(localVoice());
    look();
    speechSynthesis.addEventListener("voiceschanged", look);
    return () => speechSynthesis.removeEventListener("voiceschanged", look);
  }, []);
  return voice;
};

/** Reading aloud that is turned on and off with one key, falls silent when the article stands still, and ends with it. */
export const useReadingAloud = (
  text: string,
  still: boolean,
): {
  readonly voice: boolean;
  readonly reading: boolean;
  readonly turn: () => "on" | "off" | "no-voice";
} => {
  const voice = useLocalVoice();
  const [reading, setReading] = useState(false);
  const stop = useRef<() => void>(undefined);
  const quiet = (): void => {
    stop.current?.();
    stop.current = undefined;
    setReading(false);
  };
  useEffect(() => () => stop.current?.(), []);
  useEffect(() => {
    if (!still) return;
    stop.current?.();
    stop.current = undefined;
    setReading(false);
  }, [still]);
  return {
    voice: voice !== undefined,
    reading,
    turn: () => {
      if (voice === undefined) return "no-voice";
      if (reading) {
        quiet();
        return "off";
      }
      stop.current = readAloud(text, voice, () => setReading(false));
      setReading(true);
      return "on";
    },
  };
};
