import { ScanQrCode } from "lucide-react";
import { useEffect, useRef } from "react";
import { isPicture } from "../../../app/qr-reading/read-picture.ts";
import { Icon } from "../../../design/icon.tsx";
import { useWords } from "../../../locales/index.ts";
import css from "./code.module.css";

/** The way to the camera; a picture that is dropped or pasted beside it goes there by itself. */
export const ScanDoor = ({
  onPictures,
}: {
  readonly onPictures: (pictures: readonly File[]) => void;
}) => {
  const { codes: words } = useWords();
  const latest = useRef(onPictures);
  useEffect(() => {
    latest.current = onPictures;
  });
  useEffect(() => {
    const caught = (event: Event, files: FileList | undefined): void => {
      const pictures = [...(files ?? [])].filter(isPicture);
      if (pictures.length === 0) return;
      event.preventDefault();
      latest.current(pictures);
    };
    const paste = (event: ClipboardEvent): void => caught(event, event.clipboardData?.files);
    const drop = (event: DragEvent): void => caught(event, event.dataTransfer?.files);
    addEventListener("paste", paste);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("paste", paste);
      removeEventListener("drop", drop);
    };
  }, []);
  return (
    <div className={css.door}>
      <a className="btn" href="#/share/scan">
        <Icon of={ScanQrCode} />
        {words.scan}
      </a>
      <p className="small">{words.scanDoorNote}</p>
    </div>
  );
};
