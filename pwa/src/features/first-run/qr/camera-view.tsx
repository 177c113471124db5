import type { SiteToJoin } from "@dianbo/shared/identity";
import { useState } from "react";
import { type NoCamera, openCamera } from "../../../app/qr-reading/camera.ts";
import { FilmView } from "../../../app/qr-reading/film-view.tsx";
import { Button } from "../../../design/button.tsx";
import { useWords } from "../../../locales/index.ts";
import css from "../first-run.module.css";
import { siteOfQr } from "./site-from-qr.ts";

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
  const [isOther, setOther] = useState(false);
  const look = async (texts: readonly string[]): Promise<void> => {
    const read = await siteOfQr(texts[0] ?? "");
    setOther(!read.ok);
    if (read.ok) onSite(read.value);
  };
  return (
    <div className={css.camera}>
      <FilmView
        name={words.cameraName}
        open={openCamera}
        onTexts={look}
        onBroken={() => onNoCamera("no-camera")}
        onNothing={onNoCamera}
      />
      <p role="status" className={isOther ? "note bad" : "hint"}>
        {isOther ? words.qrFailures["not-our-qr"] : words.cameraHold}
      </p>
      <Button onClick={onStop}>{words.cameraStop}</Button>
    </div>
  );
};
