import type { ListCode } from "@dianbo/shared/sharing";
import { useEffect, useState } from "react";

/** How long each picture of a moving code stands. Milliseconds; at most three flashes a second (WCAG 2.3.1). */
const STANDS = { slow: 500, usual: 200 } as const;

/** How fast a code moves. */
export type Speed = keyof typeof STANDS;

/** A code as it is shown now. */
export interface ShownFilm {
  readonly text: string;
  /** `undefined` for a still one. */
  readonly moving?: {
    readonly playing: boolean;
    readonly setPlaying: (playing: boolean) => void;
    readonly speed: Speed;
    readonly setSpeed: (speed: Speed) => void;
    /** Holds it still and shows the next picture. */
    readonly next: () => void;
  };
}

const wantsCalm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Shows a code, picture after picture where it moves; whoever wants no motion goes by steps. */
export const useFilm = (code: ListCode): ShownFilm => {
  const [number, setNumber] = useState(0);
  const [playing, setPlaying] = useState(() => !wantsCalm());
  const [speed, setSpeed] = useState<Speed>("usual");
  const moves = code.type === "moving" && playing;
  useEffect(() => {
    if (!moves) return;
    const timer = setInterval(() => setNumber((before) => before + 1), STANDS[speed]);
    return () => clearInterval(timer);
  }, [moves, speed]);
  if (code.type === "still") return { text: code.text };
  const next = (): void => {
    setPlaying(false);
    setNumber((before) => before + 1);
  };
  return { text: code.frame(number), moving: { playing, setPlaying, speed, setSpeed, next } };
};
