import { STILL_VERSION } from "@dianbo/shared/sharing";
import { Minimize2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "../../../design/button.tsx";
import { Icon } from "../../../design/icon.tsx";
import { QrCanvas } from "../../../design/qr-canvas.tsx";
import { useWords } from "../../../locales/index.ts";
import css from "./code.module.css";
import { FilmControls, stepByKey } from "./film-controls.tsx";
import type { ShownFilm } from "./use-film.ts";

/** The code as large as the screen, with nothing around it; Esc goes back. */
export const LargeCode = ({
  film,
  name,
  close,
}: {
  readonly film: ShownFilm;
  readonly name: string;
  readonly close: () => void;
}) => {
  const { codes: words } = useWords();
  const layer = useRef<HTMLDialogElement>(null);
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    layer.current?.showModal();
    // Where the browser will not give the whole screen, its window does.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    const left = (): void => {
      // Esc leaves the whole screen first; the person meant the code as well.
      if (document.fullscreenElement === null) latest.current();
    };
    document.addEventListener("fullscreenchange", left);
    return () => {
      document.removeEventListener("fullscreenchange", left);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, []);
  return (
    <dialog
      ref={layer}
      className={css.layer}
      aria-label={name}
      onClose={close}
      onKeyDown={(event) => stepByKey(event, film.moving)}
    >
      <QrCanvas text={film.text} name={name} version={STILL_VERSION} className={css.code} />
      <div className={css.acts}>
        {film.moving === undefined ? null : <FilmControls {...film.moving} />}
        <Button icon={<Icon of={Minimize2} size={18} />} onClick={close}>
          {words.smaller}
        </Button>
      </div>
    </dialog>
  );
};
