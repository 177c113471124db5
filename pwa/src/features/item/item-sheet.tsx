import { COURSEWARE_KINDS, type Courseware, coursewareKindSchema } from "@dianbo/shared/courseware";
import type { EditableFields } from "@dianbo/shared/programme";
import { useId } from "react";
import * as v from "valibot";
import { useWords } from "../../locales/index.ts";
import { EditField } from "./edit-field.tsx";
import { readDay, readLine, readMinutes, readNote } from "./item-fields.ts";
import css from "./item-room.module.css";
import { SubtitlesField } from "./subtitles-field.tsx";
import { TagsField } from "./tags-field.tsx";

/** The item's own fields, each kept by itself. */
export const ItemSheet = ({
  item,
  edit,
}: {
  readonly item: Courseware;
  readonly edit: (edits: EditableFields) => Promise<boolean>;
}) => {
  const { item: words } = useWords();
  const kindId = useId();
  return (
    <section className={`sheet ${css.fields ?? ""}`} aria-label={words.fields}>
      <div className={css.field}>
        <label htmlFor={kindId}>{words.names.kind}</label>
        <select
          id={kindId}
          value={item.kind}
          onChange={(event) => {
            const kind = v.safeParse(coursewareKindSchema, event.target.value);
            if (kind.success) void edit({ kind: kind.output });
          }}
        >
          {COURSEWARE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <EditField
        label={words.names.minutes}
        kept={item.minutes == null ? "" : String(item.minutes)}
        read={readMinutes}
        save={(minutes) => edit({ minutes })}
        numeric
      />
      <EditField
        label={words.names.publisher}
        kept={item.publisher ?? ""}
        read={readLine}
        save={(publisher) => edit({ publisher })}
      />
      <EditField
        label={words.names.author}
        kept={item.author ?? ""}
        read={readLine}
        save={(author) => edit({ author })}
      />
      <EditField
        label={words.names.publishedAt}
        kept={item.publishedAt ?? ""}
        read={readDay}
        save={(publishedAt) => edit({ publishedAt })}
        hint={words.dateHint}
      />
      {item.kind === "video" || item.kind === "film" ? (
        <SubtitlesField item={item} edit={edit} />
      ) : null}
      <TagsField tags={item.tags ?? []} save={(tags) => edit({ tags })} />
      <EditField
        label={words.names.note}
        kept={item.note ?? ""}
        read={readNote}
        save={(note) => edit({ note })}
        look="note"
        hint={words.noteHint}
      />
    </section>
  );
};
