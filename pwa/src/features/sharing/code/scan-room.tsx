import type { SentList } from "@dianbo/shared/sharing";
import { Lock } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { openCamera, openScreen } from "../../../app/qr-reading/camera.ts";
import { FilmView } from "../../../app/qr-reading/film-view.tsx";
import { isPicture } from "../../../app/qr-reading/read-picture.ts";
import { useFileDrop } from "../../../app/use-file-drop.ts";
import { BackLink } from "../../../design/back-link.tsx";
import { Button } from "../../../design/button.tsx";
import { Icon } from "../../../design/icon.tsx";
import { useWords } from "../../../locales/index.ts";
import css from "./scan.module.css";
import { ScanWays, type Source } from "./scan-ways.tsx";
import { useCodeReading } from "./use-code-reading.ts";

/** A list is read off its QR code: the camera before a phone or a screen, pictures, or this PC's screen. */
export const ScanRoom = ({
  brought,
  onList,
}: {
  /** Pictures that came with the person. */
  readonly brought: readonly File[];
  readonly onList: (sent: SentList) => void;
}) => {
  const { codes: words } = useWords();
  const [source, setSource] = useState<Source>();
  const codes = useCodeReading(onList);
  const { gathered, said, reading } = codes;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const takePictures = (files: readonly File[]): void => {
    const pictures = files.filter(isPicture);
    if (pictures.length > 0) void codes.seePictures(pictures);
    else codes.say(words.failures["not-a-picture"]);
  };
  const first = useRef(takePictures);
  useEffect(() => {
    if (brought.length > 0) first.current(brought);
  }, [brought]);
  const drop = useFileDrop(takePictures);
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const pictures = [...(event.clipboardData?.files ?? [])].filter(isPicture);
      if (pictures.length === 0) return;
      event.preventDefault();
      takePictures(pictures);
    };
    addEventListener("paste", paste);
    return () => removeEventListener("paste", paste);
  });
  const open = (wanted: Source): void => {
    codes.say(undefined);
    setSource(wanted);
  };
  const nothing = (reason: keyof typeof words.failures): void => {
    setSource(undefined);
    codes.say(words.failures[reason]);
  };
  const missing = gathered === undefined ? 0 : gathered.needed - gathered.held;
  return (
    <main className="main" {...drop.props}>
      <div className="head">
        <BackLink to="#/share" name={words.back} />
        <h1 ref={heading} tabIndex={-1} className={css.heading}>
          {words.scanTitle}
        </h1>
        <span className={`hint end ${css.private ?? ""}`}>
          <Icon of={Lock} size={16} /> {words.private}
        </span>
      </div>
      <div className={css.columns}>
        <section className={`sheet ${css.seen ?? ""} ${drop.over ? (css.over ?? "") : ""}`}>
          {source === undefined ? (
            <ScanWays open={open} onPictures={takePictures} />
          ) : (
            <div className={css.film}>
              <FilmView
                key={source}
                name={source === "camera" ? words.cameraName : words.screenName}
                open={source === "camera" ? openCamera : openScreen}
                onTexts={codes.see}
                onBroken={() => nothing("no-reader")}
                onNothing={nothing}
                onEnd={() => setSource(undefined)}
              />
              <div className="row">
                <p className="grow">{source === "camera" ? words.holdCamera : words.holdScreen}</p>
                <Button onClick={() => setSource(undefined)}>{words.stop}</Button>
              </div>
            </div>
          )}
        </section>
        <section className={`sheet ${css.come ?? ""}`} aria-label={words.progressName}>
          {gathered === undefined ? null : (
            <>
              <p className={css.count}>{words.progress(gathered.held, missing)}</p>
              <progress
                aria-label={words.progressName}
                max={gathered.needed}
                value={gathered.held}
              />
              <p className="small">
                {source === undefined && reading === 0 ? words.morePictures : words.keepHolding}
              </p>
              <Button look="text" onClick={codes.startOver}>
                {words.startOver}
              </Button>
            </>
          )}
          <div role="status">
            {reading > 0 ? <p>{words.readingPictures(reading)}</p> : null}
            {source !== undefined && gathered === undefined && said === undefined ? (
              <p className="dim">{words.looking}</p>
            ) : null}
            {said === undefined ? null : <p className="note bad">{said.text}</p>}
          </div>
          {said?.canChange === true ? (
            <Button onClick={codes.startOver}>{words.takeOther}</Button>
          ) : null}
          {source === undefined && gathered === undefined && reading === 0 ? (
            <>
              <h2>{words.before}</h2>
              <ul className={css.steps}>
                {words.beforeSteps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
              <p className="dim">{words.nothingYet}</p>
            </>
          ) : null}
        </section>
      </div>
    </main>
  );
};
