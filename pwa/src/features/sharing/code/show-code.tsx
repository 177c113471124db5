import { framesEnough, type ListCode, STILL_VERSION } from "@dianbo/shared/sharing";
import { ArrowLeft, ImageDown, Maximize2 } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { offerFile } from "../../../app/offer-file.ts";
import { Button } from "../../../design/button.tsx";
import { Icon } from "../../../design/icon.tsx";
import { QrCanvas, qrSheet } from "../../../design/qr-canvas.tsx";
import { useWords } from "../../../locales/index.ts";
import sharing from "../sharing.module.css";
import css from "./code.module.css";
import { FilmControls, stepByKey } from "./film-controls.tsx";
import { LargeCode } from "./large-code.tsx";
import { useFilm } from "./use-film.ts";

/** As wide as WeChat leaves a picture. Pixels. */
const PICTURE_WIDTH = 1080;
/** More codes make a picture that no phone opens. */
const MOST_IN_PICTURE = 24;

/** A list as a QR code, still or moving, and in words what the other one does with it. */
export const ShowCode = ({
  name,
  code,
  leave,
}: {
  readonly name: string;
  readonly code: ListCode;
  readonly leave: () => void;
}) => {
  const { codes: words, sharing: roomWords } = useWords();
  const film = useFilm(code);
  const [isLarge, setLarge] = useState(false);
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  /** What goes into one picture; `undefined` where it would be too much. */
  const pictures = useMemo(
    () => (code.type === "still" ? [code.text] : framesEnough(code, MOST_IN_PICTURE)),
    [code],
  );
  const save = async (texts: readonly string[]): Promise<void> => {
    const picture = await qrSheet(texts, STILL_VERSION, PICTURE_WIDTH);
    const file = words.pictureFile(name);
    if (picture !== undefined) offerFile(picture, file);
    setSaid(picture === undefined ? words.pictureFailed : words.pictureSaved(file));
  };
  const isMoving = code.type === "moving";
  const codeName = isMoving ? words.movingName : words.stillName;
  return (
    <section
      className={`sheet ${sharing.half ?? ""}`}
      aria-labelledby="list-as-code"
      onKeyDown={(event) => {
        if (!isLarge) stepByKey(event, film.moving);
      }}
    >
      <div className="sh">
        <Button look="text" aria-label={roomWords.backToLists} onClick={leave}>
          <Icon of={ArrowLeft} />
        </Button>
        <h2
          id="list-as-code"
          ref={heading}
          tabIndex={-1}
          className={`clip ${sharing.heading ?? ""}`}
        >
          {words.title(name)}
        </h2>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be scrolled by keys */}
      <div className={css.desk} tabIndex={0} role="region" aria-label={codeName}>
        <QrCanvas text={film.text} name={codeName} version={STILL_VERSION} className={css.code} />
        <div className={css.acts}>
          {film.moving === undefined ? null : <FilmControls {...film.moving} />}
        </div>
        <div className={css.acts}>
          <Button look="go" icon={<Icon of={Maximize2} size={18} />} onClick={() => setLarge(true)}>
            {words.large}
          </Button>
          {pictures === undefined ? null : (
            <Button icon={<Icon of={ImageDown} size={18} />} onClick={() => void save(pictures)}>
              {words.savePicture}
            </Button>
          )}
        </div>
        <p role="status" className={sharing.said}>
          {said}
        </p>
        <p>
          {code.type === "moving"
            ? words.movingWhat(code.items, code.blocks)
            : words.stillWhat(code.items)}
        </p>
        <h3>{words.atOtherEnd}</h3>
        <ul className={css.steps}>
          {(isMoving ? words.movingSteps : words.stillSteps).map((step) => (
            <li key={step}>{step}</li>
          ))}
          {isMoving && pictures !== undefined ? <li>{words.movingPicture}</li> : null}
          {code.type === "still" && code.titled ? <li>{words.stillTitled}</li> : null}
        </ul>
        {film.moving === undefined ? null : (
          <p className="hint">{film.moving.playing ? words.speedHint : words.stepHint}</p>
        )}
      </div>
      {isLarge ? <LargeCode film={film} name={codeName} close={() => setLarge(false)} /> : null}
    </section>
  );
};
