import type { Courseware } from "@dianbo/shared/courseware";
import type { EditableFields } from "@dianbo/shared/programme";
import { useRef, useState } from "react";
import { readSubtitleFile } from "../../app/read-subtitle-file.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./item-room.module.css";

/** The words over a film: which file they came from, another one instead, or none. */
export const SubtitlesField = ({
  item,
  edit,
}: {
  readonly item: Courseware;
  readonly edit: (edits: EditableFields) => Promise<boolean>;
}) => {
  const { item: words } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string>();
  const take = async (file: File): Promise<void> => {
    const subtitles = await readSubtitleFile(file);
    setRefused(subtitles === undefined ? file.name : undefined);
    if (subtitles !== undefined) await edit({ subtitles });
  };
  return (
    <div className={css.field}>
      <span className="dim">{words.names.subtitles}</span>
      <span className="st">
        <span className="clip">{item.subtitles?.name ?? words.subtitles.none}</span>
        <Button onClick={() => chooser.current?.click()}>{words.subtitles.choose}</Button>
        {item.subtitles == null ? null : (
          <Button onClick={() => void edit({ subtitles: null })}>{words.subtitles.remove}</Button>
        )}
      </span>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".srt,.vtt"
        aria-label={words.subtitles.choose}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was mended.
          event.target.value = "";
          if (file !== undefined) void take(file);
        }}
      />
      {refused === undefined ? null : (
        <span className={css.problem} role="status">
          {words.subtitles.refused(refused)}
        </span>
      )}
    </div>
  );
};
