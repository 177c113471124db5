import { Button } from "@dianbo/pwa/design/button.tsx";
import type { Category } from "@dianbo/shared/category";
import type { CapturedDocument } from "@dianbo/shared/portal";
import { useCallback, useEffect, useState } from "react";
import type { ClipDesk } from "../clipping/clip-desk.ts";
import type { Held } from "../clipping/find-held.ts";
import { useListWords, useWords, type Words } from "../locales/index.ts";
import styles from "./clip-panel.module.css";
import { DraftView } from "./draft-view.tsx";
import { holdingNote } from "./held-note.tsx";
import { ListPanel } from "./list-panel.tsx";
import { QueueLine } from "./list-progress.tsx";
import { openApp } from "./open-app.ts";
import { type FootAct, PanelFoot } from "./panel-foot.tsx";
import { NothingToClip, PanelFrame } from "./panel-frame.tsx";
import { PointNote } from "./point-note.tsx";
import { SavedView } from "./saved-view.tsx";
import { useCounts } from "./use-counts.ts";
import { useList } from "./use-list.ts";
import { type PanelPage, usePage } from "./use-page.ts";
import { usePick } from "./use-pick.ts";
import { useQueue } from "./use-queue.ts";
import { type SaveState, useSave } from "./use-save.ts";
import { useStrokes } from "./use-strokes.ts";

/** What is said above the foot: what went wrong, what was undone, what the browser will ask. */
const Say = ({ page, state }: { readonly page: PanelPage; readonly state: SaveState }) => {
  const words = useWords();
  if (state.state !== "open") return null;
  if (state.failure !== undefined)
    return <p className="note bad">{words.failures[state.failure]}</p>;
  if (state.undone !== undefined) {
    return <p className="note">{state.undone === "saving" ? words.undone : words.putBack}</p>;
  }
  if (page.state !== "ready" || page.held !== undefined || page.toAsk.length === 0) return null;
  return <p className="hint">{words.asksFor(page.toAsk)}</p>;
};

const siteLine = ({ library, appHost }: ClipDesk, words: Words["panel"]): string => {
  if (library === undefined) return words.sentTo(appHost ?? "");
  const { siteName, post } = library.identity();
  return `${siteName === "" ? words.unnamedSite : siteName} · ${words.post(post)}`;
};

const openHeld = (held: Held): void =>
  openApp(held.where === "library" ? `/library/${held.item.id}` : "/inbox");

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
  const { state, save, replace, refile, adopt, undo, reset } = useSave(desk);
  const [attachments, setAttachments] = useState<readonly CapturedDocument[]>([]);
  const onNewPage = useCallback(() => {
    setAttachments([]);
    setJustLink(false);
    reset();
  }, [reset]);
  const { page, readAgain, leaveAsRead, edit } = usePage(tab, desk, onNewPage);
  const { pick, start, stop } = usePick(tab, edit);
  const held = page.state === "ready" ? page.held : undefined;
  // Until it is said whether both are wanted, there is nothing else to decide.
  const like = page.state === "ready" && page.draft.edits.keepBoth !== true ? page.like : undefined;
  const failure = state.state === "open" ? state.failure : undefined;
  useEffect(() => {
    if (failure === "held-already") readAgain();
  }, [failure, readAgain]);
  useEffect(() => {
    if (state.state !== "open") leaveAsRead();
  }, [state.state, leaveAsRead]);
  const list = useList(tab, page);
  const queue = useQueue();
  const listWords = useListWords();
  const [justLink, setJustLink] = useState(false);
  const picks = list !== undefined && !justLink && state.state === "open";
  const suggested = page.state === "ready" ? page.draft.suggestion?.category : undefined;

  const take = (category: Category | undefined): void => {
    // A list has strokes of its own.
    if (picks) return;
    if (state.state === "saved") {
      if (category !== undefined) refile(category);
    } else if (held?.where === "inbox") {
      if (category !== undefined) adopt(held.clip, category);
    } else if (page.state === "ready" && held === undefined && like === undefined) {
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
    if (page.state !== "ready" || like !== undefined) return { type: "nothing" };
    return { type: "save", filed: suggested !== undefined, onSave: () => take(suggested) };
  };

  const frame = {
    site: siteLine(desk, words),
    waiting: counts.waiting,
    onInbox: () => openApp("/inbox"),
  };
  if (picks && list !== "looking" && page.state === "ready") {
    return (
      <ListPanel
        key={page.draft.source.canonical}
        desk={desk}
        list={list}
        column={page.draft.recognised.column?.value}
        queue={queue}
        onJustLink={() => setJustLink(true)}
      >
        {({ body, say, foot }) => (
          <PanelFrame {...frame} heading={listWords.heading} say={say} foot={foot}>
            {body}
          </PanelFrame>
        )}
      </ListPanel>
    );
  }
  return (
    <PanelFrame
      {...frame}
      say={
        <>
          <PointNote pick={pick} onStop={stop} />
          {pick.state === "pointing" ? null : <Say page={page} state={state} />}
        </>
      }
      foot={
        <>
          <QueueLine items={queue.items} />
          {list === undefined || list === "looking" || !justLink ? null : (
            <Button look="text" onClick={() => setJustLink(false)}>
              {listWords.backToList}
            </Button>
          )}
          <PanelFoot act={picks ? { type: "nothing" } : act()} counts={counts} />
        </>
      }
    >
      {state.state === "saved" ? (
        <SavedView state={state} clips={counts.clips} desk={desk} onUndo={undo} />
      ) : page.state === "ready" && !picks ? (
        <DraftView
          key={page.draft.source.canonical}
          tab={tab}
          draft={page.draft}
          held={holdingNote(held, like, {
            onOpen: openHeld,
            onKeepBoth: () => edit({ keepBoth: true }),
            onReplace: (one) => replace(page.draft, one),
          })}
          fixed={held?.where === "library" || like !== undefined}
          onPoint={start}
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
