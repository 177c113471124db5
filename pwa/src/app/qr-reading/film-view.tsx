import type { Result } from "@dianbo/shared/result";
import { useEffect, useRef } from "react";
import { closeCamera } from "./camera.ts";
import { openCodeDesk } from "./code-desk.ts";
import { type Watching, watchFilm } from "./watch-film.ts";

/**
 * What a camera or a screen shows, searched for QR codes for as long as this view stands; camera and
 * screen are let go with it.
 */
export const FilmView = <Reason extends string>({
  name,
  open,
  onTexts,
  onBroken,
  onNothing,
  onEnd,
}: Watching & {
  /** What the picture is, for readers of the screen. */
  readonly name: string;
  /** Asks for the camera or the screen; called once. */
  readonly open: () => Promise<Result<MediaStream, { readonly type: Reason }>>;
  readonly onNothing: (reason: Reason) => void;
  /** The camera was pulled out, or the screen is no longer shown. */
  readonly onEnd?: () => void;
}) => {
  const element = useRef<HTMLVideoElement>(null);
  const latest = useRef({ open, onTexts, onBroken, onNothing, onEnd });
  useEffect(() => {
    latest.current = { open, onTexts, onBroken, onNothing, onEnd };
  });
  useEffect(() => {
    let left = false;
    let letGo = (): void => undefined;
    void latest.current.open().then((opened) => {
      if (!opened.ok) {
        if (!left) latest.current.onNothing(opened.error.type);
        return;
      }
      const stream = opened.value;
      const film = element.current;
      if (left || film === null) {
        closeCamera(stream);
        return;
      }
      film.srcObject = stream;
      for (const track of stream.getTracks()) {
        track.addEventListener("ended", () => latest.current.onEnd?.());
      }
      const desk = openCodeDesk();
      const stop = watchFilm(film, desk, {
        onTexts: (texts) => latest.current.onTexts(texts),
        onBroken: () => latest.current.onBroken(),
      });
      letGo = () => {
        stop();
        desk.close();
        film.srcObject = null;
        closeCamera(stream);
      };
    });
    return () => {
      left = true;
      letGo();
    };
  }, []);
  return <video ref={element} autoPlay playsInline muted aria-label={name} />;
};
