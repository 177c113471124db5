import type { Category } from "@dianbo/shared/category";
import type { CapturedDocument } from "@dianbo/shared/portal";
import { CircleCheck } from "lucide-react";
import { type ReactNode, useRef } from "react";
import {
  attachmentsOf,
  type ClipDraft,
  type DraftEdits,
  draftFile,
  wantsFile,
} from "../clipping/clip-draft.ts";
import type { PickField } from "../clipping/pick-field.ts";
import { useWords } from "../locales/index.ts";
import { CategoryPicker } from "./category-picker.tsx";
import styles from "./clip-panel.module.css";
import { Cover } from "./cover.tsx";
import { DraftFacts } from "./draft-facts.tsx";
import { ForeseenNote } from "./foreseen-note.tsx";
import { LinkOnly } from "./link-only.tsx";
import { sizeInWords } from "./sizes-in-words.ts";
import { TagRow } from "./tag-row.tsx";
import { Tick } from "./tick.tsx";
import { TitleField } from "./title-field.tsx";

const FileTick = ({
  draft,
  onEdit,
}: {
  readonly draft: ClipDraft;
  readonly onEdit: (edits: DraftEdits) => void;
}) => {
  const words = useWords();
  const file = draftFile(draft);
  if (file === undefined) return null;
  const labels = { video: words.withVideo, audio: words.withAudio, document: words.withDocument };
  const { kind } = draft.recognised;
  return (
    <Tick
      on={wantsFile(draft)}
      onChange={(withFile) => onEdit({ withFile })}
      end={file.size === undefined ? undefined : sizeInWords(file.size)}
    >
      {kind === "audio" || kind === "document" ? labels[kind] : labels.video}
    </Tick>
  );
};

const Attachments = ({
  offered,
  ticked,
  onChange,
}: {
  readonly offered: readonly CapturedDocument[];
  readonly ticked: readonly CapturedDocument[];
  readonly onChange: (documents: readonly CapturedDocument[]) => void;
}) => {
  const words = useWords();
  if (offered.length === 0) return null;
  return (
    <fieldset className={styles.options}>
      <legend className="hint">{words.attachments}</legend>
      {offered.slice(0, 12).map((document) => (
        <Tick
          key={document.url}
          on={ticked.includes(document)}
          onChange={(on) =>
            onChange(on ? [...ticked, document] : ticked.filter((one) => one !== document))
          }
        >
          {document.label}
        </Tick>
      ))}
    </fieldset>
  );
};

/** What was recognised, the five choices, and what goes along. */
export const DraftView = ({
  tab,
  draft,
  held,
  fixed,
  onEdit,
  onPoint,
  onTake,
  attachments,
  onAttachments,
}: {
  /** The tab that the page stands in. */
  readonly tab: number | undefined;
  readonly draft: ClipDraft;
  /** Said when the page is held already. */
  readonly held: ReactNode;
  /** Whether the library has it, so that there is nothing to decide. */
  readonly fixed: boolean;
  readonly onEdit: (edits: DraftEdits) => void;
  /** Points at a field in the page. */
  readonly onPoint: (field: PickField) => void;
  readonly onTake: (category: Category) => void;
  readonly attachments: readonly CapturedDocument[];
  readonly onAttachments: (documents: readonly CapturedDocument[]) => void;
}) => {
  const words = useWords();
  const view = useRef<HTMLDivElement>(null);
  const { recognised, edits, suggestion } = draft;
  return (
    <div ref={view} className={styles.draft}>
      <div className={styles.item}>
        {recognised.cover === undefined || tab === undefined ? null : (
          <Cover tab={tab} url={recognised.cover} seconds={recognised.media?.seconds} />
        )}
        <div className="grow">
          <TitleField
            draft={draft}
            fixed={fixed}
            onPoint={() => onPoint("title")}
            onTitle={(title) => onEdit({ title })}
            onDone={() =>
              view.current?.querySelector<HTMLElement>(`.${styles.pick}, .${styles.other}`)?.focus()
            }
          />
        </div>
      </div>
      <DraftFacts draft={draft} onPoint={fixed ? undefined : onPoint} />
      {tab === undefined || fixed ? null : <ForeseenNote draft={draft} tab={tab} />}
      {held === undefined ? null : <div className={styles.held}>{held}</div>}
      {fixed ? null : (
        <>
          <CategoryPicker suggestion={suggestion} onTake={onTake} />
          <div className={styles.more}>
            {held === undefined ? (
              <p className={styles.fresh}>
                <CircleCheck className="i" aria-hidden="true" size={18} strokeWidth={1.75} />
                {edits.keepBoth === true ? words.keepsBoth : words.notHeld}
              </p>
            ) : null}
            <TagRow
              offered={draft.tags}
              chosen={edits.tags ?? []}
              onChange={(tags) => onEdit({ tags })}
            />
          </div>
          <LinkOnly tab={tab} draft={draft} />
          <Attachments
            offered={attachmentsOf(draft)}
            ticked={attachments}
            onChange={onAttachments}
          />
          <div className={styles.options}>
            <FileTick draft={draft} onEdit={onEdit} />
            <Tick on={edits.reviewed === true} onChange={(reviewed) => onEdit({ reviewed })}>
              {words.reviewed}
            </Tick>
          </div>
        </>
      )}
    </div>
  );
};
