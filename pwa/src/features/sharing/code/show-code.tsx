import { framesEnough, STILL_VERSION } from "@dianbo/shared/sharing";
import { ArrowLeft, ImageDown, Maximize2 } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { offerFile } from "../../../app/offer-file.ts";
import { Button } from "../../../design/button.tsx";
import { Icon } from "../../../design/icon.tsx";
import { QrCanvas, qrSheet } from "../../../design/qr-canvas.tsx";
import { useWords } from "../../../locales/index.ts";
import css from "./code.module.css";
import type { ShownCode } from "./code-button.tsx";
import { FilmControls, stepByKey } from "./film-controls.tsx";
import { LargeCode } from "./large-code.tsx";
import { useFilm } from "./use-film.ts";

/** As wide as WeChat leaves a picture. Pixels. */
const PICTURE_WIDTH = 1080;
/** More codes make a picture that is too long for a phone. */
const MOST_IN_PICTURE = 40;

/** A list as a QR code, still or moving, and in words what the other one does with it. */
export const ShowCode = ({ name, code, leave }: ShownCode & { readonly leave: () => void }) => {
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
    <main
      className="main"
      onKeyDown={(event) => {
        if (!isLarge) stepByKey(event, film.moving);
      }}
    >
      <div className="head">
        <Button look="text" aria-label={roomWords.backToLists} onClick={leave}>
          <Icon of={ArrowLeft} />
        </Button>
        <h1 ref={heading} tabIndex={-1} className={`clip ${css.heading ?? ""}`}>
          {words.title(name)}
        </h1>
      </div>
      <div className={css.columns}>
        <section className={`sheet ${css.shown ?? ""}`} aria-label={codeName}>
          <QrCanvas text={film.text} name={codeName} version={STILL_VERSION} className={css.code} />
          {film.moving === undefined ? null : (
            <div className={css.acts}>
              <FilmControls {...film.moving} />
            </div>
          )}
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be scrolled by keys */}
        <section className={`sheet ${css.how ?? ""}`} aria-labelledby="other-end" tabIndex={0}>
          <p>
            {code.type === "moving"
              ? words.movingWhat(code.items, code.blocks)
              : words.stillWhat(code.items)}
          </p>
          <h2 id="other-end">{words.atOtherEnd}</h2>
          <ul className={css.steps}>
            {(isMoving ? words.movingSteps : words.stillSteps).map((step) => (
              <li key={step}>{step}</li>
            ))}
            {isMoving && pictures !== undefined ? <li>{words.movingPicture}</li> : null}
            {code.type === "still" && code.titles > 0 ? <li>{words.stillTitled}</li> : null}
          </ul>
          {film.moving === undefined ? null : (
            <p className="hint">{film.moving.playing ? words.speedHint : words.stepHint}</p>
          )}
          <div className={css.foot}>
            <Button
              look="go"
              icon={<Icon of={Maximize2} size={18} />}
              onClick={() => setLarge(true)}
            >
              {words.large}
            </Button>
            {pictures === undefined ? null : (
              <Button icon={<Icon of={ImageDown} size={18} />} onClick={() => void save(pictures)}>
                {words.savePicture}
              </Button>
            )}
            <p role="status">{said}</p>
          </div>
        </section>
      </div>
      {isLarge ? <LargeCode film={film} name={codeName} close={() => setLarge(false)} /> : null}
    </main>
  );
};
