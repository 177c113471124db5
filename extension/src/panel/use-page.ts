import { useCallback, useEffect, useRef, useState } from "react";
import * as v from "valibot";
import type { ClipDesk } from "../clipping/clip-desk.ts";
import { type ClipDraft, type DraftEdits, draftOf, withEdits } from "../clipping/clip-draft.ts";
import { readFiledTitles, readHabits } from "../clipping/filing-habits.ts";
import { findLikeHeld, type Held, type LikeHeld } from "../clipping/find-held.ts";
import { hostsOf, hostsWithoutLeave } from "../clipping/host-leave.ts";
import { linkLabel } from "../clipping/link-label.ts";
import { fileHosts } from "../clipping/needed-hosts.ts";
import { pointedPage } from "../clipping/pointed-page.ts";
import { type ReadFailure, readPage } from "../clipping/read-page.ts";
import { seenKey } from "../finding-media/index.ts";
import { type PanelRequest, panelRequestSchema } from "../messages/index.ts";
import { noteReading } from "../portal-rules/rule-health.ts";
import { keepEdits, readEdits } from "./drafts.ts";
import { requestKey } from "./open-panel.ts";

/** A page in the panel: being read, unreadable, or ready to be saved. */
export type PanelPage =
  | { readonly state: "reading" }
  | {
      readonly state: "unreadable";
      readonly reason: ReadFailure["type"] | "no-page" | "site-changed";
    }
  | {
      readonly state: "ready";
      readonly draft: ClipDraft;
      readonly held: Held | undefined;
      /** The same thing under another address, where the page itself is not held. */
      readonly like: LikeHeld | undefined;
      /** Hosts that the browser will ask about. */
      readonly toAsk: readonly string[];
    };

const storedRequest = async (tab: number): Promise<PanelRequest> => {
  const key = requestKey(tab);
  const stored = v.safeParse(panelRequestSchema, (await chrome.storage.session.get(key))[key]);
  return stored.success ? stored.output : { type: "read-page", tab };
};

const look = async (tab: number, desk: ClipDesk): Promise<PanelPage> => {
  const [read, habits, filed, request] = await Promise.all([
    readPage(tab),
    readHabits(),
    readFiledTitles(),
    storedRequest(tab),
  ]);
  if (!read.ok) return { state: "unreadable", reason: read.error.type };
  // A note that cannot be kept must not keep the page from being shown.
  void noteReading(read.value, desk.clock.now()).catch(() => undefined);
  const label = request.link === undefined ? "" : await linkLabel(tab, request.link);
  const fresh = draftOf(pointedPage(read.value, request, label), habits, filed);
  const draft = withEdits(fresh, await readEdits(fresh.source.canonical));
  const [like, toAsk] = await Promise.all([
    findLikeHeld(draft, desk),
    hostsWithoutLeave(hostsOf(fileHosts(draft))),
  ]);
  const isSamePage = like?.likeness === "same-page";
  return {
    state: "ready",
    draft,
    held: isSamePage ? like.held : undefined,
    like: isSamePage ? undefined : like,
    toAsk,
  };
};

/** Reads the page of a tab, and again whenever the person asks or the page changes. */
export const usePage = (
  tab: number | undefined,
  desk: ClipDesk,
  onNewPage: () => void,
): {
  readonly page: PanelPage;
  readonly readAgain: () => void;
  readonly edit: (edits: DraftEdits) => void;
} => {
  const [page, setPage] = useState<PanelPage>(
    tab === undefined ? { state: "unreadable", reason: "no-page" } : { state: "reading" },
  );
  const turn = useRef(0);
  const readAgain = useCallback(() => {
    if (tab === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    const failed: PanelPage = { state: "unreadable", reason: "nothing-read" };
    const found = look(tab, desk).catch(() => failed);
    void found.then((next) => {
      if (turn.current !== mine) return;
      // A click opens one site to us; on the next the browser wants another.
      const isNewSite =
        mine > 1 && next.state === "unreadable" && next.reason === "page-closed-to-us";
      setPage(isNewSite ? { state: "unreadable", reason: "site-changed" } : next);
    });
  }, [tab, desk]);
  useEffect(readAgain, [readAgain]);
  useEffect(() => {
    const hear = (message: unknown): void => {
      const request = v.safeParse(panelRequestSchema, message);
      if (!request.success || request.output.tab !== tab) return;
      onNewPage();
      readAgain();
    };
    const follow = (changed: number, { status }: { status?: string | undefined }): void => {
      if (changed !== tab || status !== "complete") return;
      void chrome.storage.session.remove(requestKey(changed));
      onNewPage();
      readAgain();
    };
    let again: ReturnType<typeof setTimeout> | undefined;
    // A player was seen to fetch something; what follows in the same moment is read with it.
    const find = (changes: Readonly<Record<string, unknown>>): void => {
      if (tab === undefined || !Object.hasOwn(changes, seenKey(tab))) return;
      clearTimeout(again);
      again = setTimeout(readAgain, 800);
    };
    chrome.storage.session.onChanged.addListener(find);
    chrome.runtime.onMessage.addListener(hear);
    chrome.tabs.onUpdated.addListener(follow);
    return () => {
      clearTimeout(again);
      chrome.storage.session.onChanged.removeListener(find);
      chrome.runtime.onMessage.removeListener(hear);
      chrome.tabs.onUpdated.removeListener(follow);
    };
  }, [tab, readAgain, onNewPage]);
  const edit = useCallback((edits: DraftEdits) => {
    setPage((before) => {
      if (before.state !== "ready") return before;
      const draft = withEdits(before.draft, { ...before.draft.edits, ...edits });
      void keepEdits(draft.source.canonical, draft.edits);
      return { ...before, draft };
    });
  }, []);
  return { page, readAgain, edit };
};
