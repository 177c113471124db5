import type { SiteToJoin } from "@dianbo/shared/identity";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../../design/button.tsx";
import { useWords } from "../../../locales/index.ts";
import css from "../first-run.module.css";
import { closeCamera, type NoCamera, openCamera } from "./camera.ts";
import { siteOfQr } from "./site-from-qr.ts";

/** Pause between two looks at the camera's picture. Milliseconds. */
const BETWEEN_LOOKS = 150;

/** Looks at what the camera sees until it is told to stop; answers every QR code it reads. */
const watch = (film: HTMLVideoElement, onText: (text: string) => Promise<void>): (() => void) => {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const { readQr } = await import("./read-qr.ts");
    if (stopped) return;
    const { videoWidth: width, videoHeight: height } = film;
    const text = width === 0 ? undefined : await readQr({ source: film, width, height });
    if (text !== undefined && !stopped) await onText(text);
    if (!stopped) timer = setTimeout(again, BETWEEN_LOOKS);
  };
  const again = (): void => void look();
  again();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
};

/** The camera's picture, until a key sheet is seen in it; the camera is let go with this view. */
export const CameraView = ({
  onSite,
  onNoCamera,
  onStop,
}: {
  readonly onSite: (site: SiteToJoin) => void;
  readonly onNoCamera: (reason: NoCamera["type"]) => void;
  readonly onStop: () => void;
}) => {
  const { firstRun: words } = useWords();
  const element = useRef<HTMLVideoElement>(null);
  const [isOther, setOther] = useState(false);
  const latest = useRef({ onSite, onNoCamera });
  useEffect(() => {
    latest.current = { onSite, onNoCamera };
  });
  useEffect(() => {
    let left = false;
    let letGo = (): void => undefined;
    void openCamera().then((opened) => {
      if (!opened.ok) {
        if (!left) latest.current.onNoCamera(opened.error.type);
        return;
      }
      const stream = opened.value;
      const film = element.current;
      if (left || film === null) {
        closeCamera(stream);
        return;
      }
      film.srcObject = stream;
      const stop = watch(film, async (text) => {
        const read = await siteOfQr(text);
        if (left) return;
        setOther(!read.ok);
        if (read.ok) latest.current.onSite(read.value);
      });
      letGo = () => {
        stop();
        film.srcObject = null;
        closeCamera(stream);
      };
    });
    return () => {
      left = true;
      letGo();
    };
  }, []);
  return (
    <div className={css.camera}>
      <video ref={element} autoPlay playsInline muted aria-label={words.cameraName} />
      <p role="status" className={isOther ? "note bad" : "hint"}>
        {isOther ? words.qrFailures["not-our-qr"] : words.cameraHold}
      </p>
      <Button onClick={onStop}>{words.cameraStop}</Button>
    </div>
  );
};
