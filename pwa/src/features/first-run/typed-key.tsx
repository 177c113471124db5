import type { SiteToJoin } from "@dianbo/shared/identity";
import { Camera, ImageUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { NoCamera } from "../../app/qr-reading/camera.ts";
import { readRecoveryCode } from "../../app/recovery-code.ts";
import { Button } from "../../design/button.tsx";
import { FileButton } from "../../design/file-button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./first-run.module.css";
import { CameraView } from "./qr/camera-view.tsx";

/** The site comes back from its printed sheet: its code is held to the camera, photographed, or typed. */
export const TypedKey = ({
  seenCode,
  onSite,
  onPicture,
  onBack,
}: {
  /** The code, where a picture has brought it without the site's name. */
  readonly seenCode: string;
  readonly onSite: (site: SiteToJoin) => void;
  readonly onPicture: (file: File) => void;
  readonly onBack: () => void;
}) => {
  const { firstRun: words } = useWords();
  const [name, setName] = useState("");
  const [typed, setTyped] = useState(seenCode);
  const [problem, setProblem] = useState<string>();
  const [isLooking, setLooking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone; whoever goes by keyboard goes on from the top.
  useEffect(() => heading.current?.focus(), []);
  const go = async (): Promise<void> => {
    if (name.trim() === "") {
      setProblem(words.keyNameMissing);
      return;
    }
    const read = await readRecoveryCode(typed);
    if (read.ok && read.value.siteKey !== undefined) {
      const { site, siteKey } = read.value;
      onSite({ site, siteName: name.trim(), siteKey });
    } else setProblem(words.keyWrong);
  };
  const noCamera = (reason: NoCamera["type"]): void => {
    setLooking(false);
    setProblem(words.qrFailures[reason]);
  };
  return (
    <form
      className={css.typed}
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {words.keyTitle}
        </h1>
        <p className="dim">{seenCode === "" ? words.keyLead : words.keySeen}</p>
      </div>
      {isLooking ? (
        <CameraView onSite={onSite} onNoCamera={noCamera} onStop={() => setLooking(false)} />
      ) : (
        <>
          <div className={css.ways}>
            <Button
              icon={<Icon of={Camera} />}
              onClick={() => {
                setProblem(undefined);
                setLooking(true);
              }}
            >
              {words.cameraOpen}
            </Button>
            <FileButton accept="image/*" icon={<Icon of={ImageUp} />} onFile={onPicture}>
              {words.pictureOpen}
            </FileButton>
            <p className="hint">{words.pictureHint}</p>
          </div>
          <div className={css.field}>
            <label htmlFor="key-name">{words.siteName}</label>
            <input
              id="key-name"
              className="field"
              value={name}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <div className={css.field}>
            <label htmlFor="key-code">{words.recoveryKey}</label>
            <textarea
              id="key-code"
              className={`field ${css.code}`}
              rows={4}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
            />
            <p className="hint">{words.recoveryReading}</p>
          </div>
        </>
      )}
      {problem === undefined ? null : (
        <p className="note bad" role="alert">
          {problem}
        </p>
      )}
      <div className={css.acts}>
        {isLooking ? null : (
          <Button look="go" type="submit">
            {words.keyGo}
          </Button>
        )}
        <Button look="text" onClick={onBack}>
          {words.keyBack}
        </Button>
      </div>
    </form>
  );
};
