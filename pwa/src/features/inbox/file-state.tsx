import { type ClipFileState, minutesOfStretches, shareOf } from "@dianbo/shared/clip";
import { ArrowDownToLine, Ban, Check, Hourglass, Link, Pause, Unplug } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import { fileSize } from "./file-size.ts";
import type { InboxEntry } from "./inbox-entries.ts";
import css from "./inbox-row.module.css";

const icon = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

const keptSize = (bytes: number): string | undefined => (bytes > 0 ? fileSize(bytes) : undefined);

/** The sentence under the title for a file that did not come: what was kept, what next. */
const whyFailed = (
  file: Extract<ClipFileState, { state: "failed" }>,
  words: Words["inbox"],
): string => {
  const why = words.failedWhy[file.reason];
  if (file.reason === "incomplete" && file.missing != null) {
    return `${words.missing(minutesOfStretches(file.missing))}${words.failedWhy.incomplete}`;
  }
  return typeof why === "string"
    ? why
    : why(keptSize(file.received), file.total == null ? undefined : fileSize(file.total));
};

/** The sentence under the title, where the file gives reason for one. */
export const fileSentence = (file: ClipFileState, words: Words["inbox"]): string | undefined => {
  if (file.state === "failed") return whyFailed(file, words);
  const note = file.state === "downloading" || file.state === "held" ? file.note : undefined;
  return note == null ? undefined : words.fileNotes[note];
};

const Label = ({
  tone,
  children,
}: {
  readonly tone: "" | "ok" | "warn" | "bad";
  readonly children: ReactNode;
}) => <span className={`st ${tone} ${css.state ?? ""}`}>{children}</span>;

const Bar = ({ share, cut }: { readonly share: number; readonly cut: boolean }) => (
  <span className={`${css.bar ?? ""} ${cut ? (css.cut ?? "") : ""}`} aria-hidden="true">
    <i style={{ width: `${Math.round(share * 100)}%` }} />
  </span>
);

const never = () => () => undefined;

/** A file that is still to come waits for its turn, or for a person who stopped it. */
const Waiting = ({ id }: { readonly id: string }) => {
  const { inbox: words } = useWords();
  const door = useDependencies().inbox?.downloads;
  const waits = useSyncExternalStore(
    door?.subscribe ?? never,
    () => door?.state()?.rows.find((row) => row.id === id)?.waits,
  );
  const isPaused = waits === "goOn" || waits === "allGoOn";
  const Sign = isPaused ? Pause : Hourglass;
  return (
    <Label tone="">
      <Sign {...icon} />
      {isPaused ? words.states.paused : words.states.waiting}
    </Label>
  );
};

/** How an entry's file stands: a bar where there is a true total, the size, and a word with its icon. */
export const FileState = ({ entry }: { readonly entry: InboxEntry }) => {
  const { inbox: words } = useWords();
  const { file } = entry;
  switch (file.state) {
    case "none":
      return entry.kind === "link" ? (
        <Label tone="">
          <Link {...icon} />
          {words.states.link}
        </Label>
      ) : (
        <Label tone="ok">
          <Check {...icon} />
          {words.states.none}
        </Label>
      );
    case "waiting":
      return <Waiting id={entry.id} />;
    case "downloading": {
      const share = shareOf(file);
      return (
        <>
          {share === undefined ? null : <Bar share={share} cut={false} />}
          <span className={`n ${css.amount ?? ""}`}>
            {share === undefined
              ? fileSize(file.received)
              : words.percent(Math.min(100, Math.floor(share * 100)))}
          </span>
          <Label tone="">
            <ArrowDownToLine {...icon} />
            {words.states.downloading}
          </Label>
        </>
      );
    }
    case "held":
      return (
        <>
          <span className={`n ${css.amount ?? ""}`}>{fileSize(file.file.size)}</span>
          <Label tone="ok">
            <Check {...icon} />
            {words.states.held}
          </Label>
        </>
      );
    case "failed":
      return <Label {...failedLook(file.reason, words)} />;
  }
};

const failedLook = (
  reason: Extract<ClipFileState, { state: "failed" }>["reason"],
  words: Words["inbox"],
): { readonly tone: "" | "warn" | "bad"; readonly children: ReactNode } => {
  const word = words.failed[reason];
  switch (reason) {
    case "network":
    case "cut-short":
    case "stalled":
    case "busy":
    case "incomplete":
      return {
        tone: "warn",
        children: (
          <>
            <Unplug {...icon} />
            {word}
          </>
        ),
      };
    case "cancelled":
      return {
        tone: "",
        children: (
          <>
            <Pause {...icon} />
            {word}
          </>
        ),
      };
    case "refused":
    case "login-page":
    case "wrong-type":
    case "disk-full":
    case "no-permission":
    case "no-room":
    case "endless":
    case "redirected":
    case "protected":
    case "live":
      return {
        tone: "",
        children: (
          <>
            <Link {...icon} />
            {words.states.link}
          </>
        ),
      };
    case "unplayable":
      return {
        tone: "bad",
        children: (
          <>
            <Ban {...icon} />
            {word}
          </>
        ),
      };
  }
};
