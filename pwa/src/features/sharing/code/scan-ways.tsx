import { Camera, ImageUp, type LucideIcon, MonitorUp } from "lucide-react";
import { useRef } from "react";
import { Button } from "../../../design/button.tsx";
import { Icon } from "../../../design/icon.tsx";
import { useWords } from "../../../locales/index.ts";
import css from "./scan.module.css";

/** From where a code is seen while it is looked for. */
export type Source = "camera" | "screen";

const Way = ({
  icon,
  word,
  note,
  first = false,
  onClick,
}: {
  readonly icon: LucideIcon;
  readonly word: string;
  readonly note: string;
  readonly first?: boolean;
  readonly onClick: () => void;
}) => (
  <li>
    <Button look={first ? "go" : "plain"} icon={<Icon of={icon} />} onClick={onClick}>
      {word}
    </Button>
    <p className="small">{note}</p>
  </li>
);

/** The three ways in which a code comes: the camera, pictures, this PC's own screen. */
export const ScanWays = ({
  open,
  onPictures,
}: {
  readonly open: (source: Source) => void;
  readonly onPictures: (files: readonly File[]) => void;
}) => {
  const { codes: words } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onPictures(files);
        }}
      />
      <ul className={css.ways}>
        <Way
          first
          icon={Camera}
          word={words.byCamera}
          note={words.byCameraNote}
          onClick={() => open("camera")}
        />
        <Way
          icon={ImageUp}
          word={words.byPicture}
          note={words.byPictureNote}
          onClick={() => input.current?.click()}
        />
        <Way
          icon={MonitorUp}
          word={words.byScreen}
          note={words.byScreenNote}
          onClick={() => open("screen")}
        />
      </ul>
    </>
  );
};
