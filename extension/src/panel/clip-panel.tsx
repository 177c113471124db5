import { Button } from "@dianbo/pwa/design/button.tsx";
import type { Category } from "@dianbo/shared/category";
import type { CapturedDocument } from "@dianbo/shared/portal";
import { useCallback, useEffect, useState } from "react";
import type { ClipDesk } from "../clipping/clip-desk.ts";
import { useWords, type Words } from "../locales/index.ts";
import styles from "./clip-panel.module.css";
import { DraftView } from "./draft-view.tsx";
import { HeldNote } from "./held-note.tsx";
import { openApp } from "./open-app.ts";
import { type FootAct, PanelFoot } from "./panel-foot.tsx";
import { NothingToClip, PanelFrame } from "./panel-frame.tsx";
import { SavedView } from "./saved-view.tsx";
import { useCounts } from "./use-counts.ts";
import { type PanelPage, usePage } from "./use-page.ts";
import { type SaveState, useSave } from "./use-save.ts";
import { useStrokes } from "./use-strokes.ts";

/** What is said above the foot: what went wrong, what was undone, what the browser will ask. */
const Say = ({ page, state }: { readonly page: PanelPage; readonly state: SaveState }) => {
  const words = useWords();
  if (state.state !== "open") return null;
  if (state.failure !== undefined)
    return <p className="note bad">{words.failures[state.failure]}</p>;
  if (state.undone === true) return <p className="note">{words.undone}</p>;
  if (page.state !== "ready" || page.held !== undefined || page.toAsk.length === 0) return null;
  return <p className="hint">{words.asksFor(page.toAsk)}</p>;
};

const siteLine = ({ library, appHost }: ClipDesk, words: Words["panel"]): string => {
  if (library === undefined) return words.sentTo(appHost ?? "");
  const { siteName, post } = library.identity();
  return `${siteName === "" ? words.unnamedSite : siteName} · ${words.post(post)}`;
};

/** The clip panel of one tab: reads it, shows what it is, saves it in one stroke. */
export const ClipPanel = ({
  desk,
  tab,
}: {
  readonly desk: ClipDesk;
  readonly tab: number | undefined;
}) => {
  const words = useWords();
  const counts = useCounts(desk);
  const { state, save, refile, adopt, undo, reset } = useSave(desk);
  const [attachments, setAttachments] = useState<readonly CapturedDocument[]>([]);
  const onNewPage = useCallback(() => {
    setAttachments([]);
    reset();
  }, [reset]);
  const { page, readAgain, edit } = usePage(tab, desk, onNewPage);
  const held = page.state === "ready" ? page.held : undefined;
  const failure = state.state === "open" ? state.failure : undefined;
  useEffect(() => {
    if (failure === "held-already") readAgain();
  }, [failure, readAgain]);
  const suggested = page.state === "ready" ? page.draft.suggestion?.category : undefined;

  const take = (category: Category | undefined): void => {
    if (state.state === "saved") {
      if (category !== undefined) refile(category);
    } else if (held?.where === "inbox") {
      if (category !== undefined) adopt(held.clip, category);
    } else if (page.state === "ready" && held === undefined) {
      save(page.draft, category, attachments);
    }
  };
  useStrokes({
    digit: take,
    enter: () => {
      if (state.state === "open") take(suggested);
    },
    undo: state.state === "saved" ? undo : undefined,
  });

  const act = (): FootAct => {
    if (state.state === "saving") return { type: "saving" };
    const toInbox: FootAct = {
      type: "show",
      label: words.toInbox,
      onShow: () => openApp("/inbox"),
    };
    if (state.state === "saved") {
      return desk.library === undefined || state.saved.clip.category == null
        ? toInbox
        : { type: "show", label: words.openBook, onShow: () => openApp("/library") };
    }
    if (held?.where === "inbox") return toInbox;
    if (held?.where === "library") {
      const { id } = held.item;
      return { type: "show", label: words.lookAtIt, onShow: () => openApp(`/library/${id}`) };
    }
    if (page.state !== "ready") return { type: "nothing" };
    return { type: "save", filed: suggested !== undefined, onSave: () => take(suggested) };
  };

  return (
    <PanelFrame
      site={siteLine(desk, words)}
      waiting={counts.waiting}
      onInbox={() => openApp("/inbox")}
      say={<Say page={page} state={state} />}
      foot={<PanelFoot act={act()} counts={counts} />}
    >
      {state.state === "saved" ? (
        <SavedView state={state} clips={counts.clips} desk={desk} onUndo={undo} />
      ) : page.state === "ready" ? (
        <DraftView
          key={page.draft.source.canonical}
          tab={tab}
          draft={page.draft}
          held={held === undefined ? undefined : <HeldNote held={held} />}
          fixed={held?.where === "library"}
          onEdit={edit}
          onTake={take}
          attachments={attachments}
          onAttachments={setAttachments}
        />
      ) : page.state === "unreadable" ? (
        <NothingToClip
          title={words.unreadable[page.reason].title}
          way={words.unreadable[page.reason].way}
          again={
            tab === undefined ? undefined : <Button onClick={readAgain}>{words.clipAgain}</Button>
          }
        />
      ) : (
        <p className={styles.reading}>{words.reading}</p>
      )}
    </PanelFrame>
  );
};
