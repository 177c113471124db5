import type { PageSnapshot } from "@dianbo/shared/portal";
import { useCallback, useEffect, useRef, useState } from "react";
import * as v from "valibot";
import type { ClipDesk } from "../clipping/clip-desk.ts";
import { type ClipDraft, type DraftEdits, draftOf, withEdits } from "../clipping/clip-draft.ts";
import { readFiledTitles, readHabits } from "../clipping/filing-habits.ts";
import { findLikeHeld, type Held, type LikeHeld } from "../clipping/find-held.ts";
import { hostsOf, hostsWithoutLeave } from "../clipping/host-leave.ts";
import { inTime, READING } from "../clipping/in-time.ts";
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
      /** The page itself has not come yet: its list is not looked for. */
      readonly givenUp: boolean;
      /** Milliseconds of the time for reading a page that are left for its list. */
      readonly left: number;
    };

const storedRequest = async (tab: number): Promise<PanelRequest> => {
  const key = requestKey(tab);
  const stored = v.safeParse(panelRequestSchema, (await chrome.storage.session.get(key))[key]);
  return stored.success ? stored.output : { type: "read-page", tab };
};

/** Reads the page of a tab and shows it: as it could be read in time, and once more when more has come. */
const look = async (
  tab: number,
  desk: ClipDesk,
  show: (page: PanelPage) => void,
): Promise<void> => {
  const begun = desk.clock.now();
  const [answer, habits, filed, request] = await Promise.all([
    readPage(tab),
    readHabits(),
    readFiledTitles(),
    storedRequest(tab),
  ]);
  if (!answer.ok) {
    show({ state: "unreadable", reason: answer.error.type });
    return;
  }
  const left = (): number => Math.min(READING, Math.max(0, READING - (desk.clock.now() - begun)));
  const { page, givenUp, later } = answer.value;
  const labelNow = async (): Promise<string> =>
    request.link === undefined ? "" : await linkLabel(tab, request.link);
  const label = givenUp ? undefined : await inTime(labelNow(), left());
  const mayWait = left();
  const ready = async (
    snapshot: PageSnapshot,
    called: string,
    isLink: boolean,
  ): Promise<PanelPage> => {
    const fresh = draftOf(pointedPage(snapshot, request, called), habits, filed);
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
      givenUp: isLink,
      left: mayWait,
    };
  };
  show(await ready(page, label ?? "", givenUp));
  const whole = await later;
  const read = whole ?? (givenUp ? undefined : page);
  // A note that cannot be kept must not keep the page from being shown.
  if (read !== undefined) void noteReading(read, desk.clock.now()).catch(() => undefined);
  if (whole !== undefined) show(await ready(whole, label ?? (await labelNow()), false));
};

/** A page that was read once more, with what was changed by hand meanwhile. */
const readOn = (before: PanelPage, next: PanelPage): PanelPage =>
  before.state === "ready" &&
  next.state === "ready" &&
  before.draft.source.canonical === next.draft.source.canonical
    ? { ...next, draft: withEdits(next.draft, before.draft.edits) }
    : next;

/** Reads the page of a tab, and again whenever the person asks or the page changes. */
export const usePage = (
  tab: number | undefined,
  desk: ClipDesk,
  onNewPage: () => void,
): {
  readonly page: PanelPage;
  readonly readAgain: () => void;
  /** What of the page is still to come is of no use any more: it is being kept as it is. */
  readonly leaveAsRead: () => void;
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
    let isShown = false;
    const show = (next: PanelPage): void => {
      if (turn.current !== mine) return;
      // A click opens one site to us; on the next the browser wants another.
      const isNewSite =
        mine > 1 && next.state === "unreadable" && next.reason === "page-closed-to-us";
      const shown: PanelPage = isNewSite ? { state: "unreadable", reason: "site-changed" } : next;
      setPage((before) => (isShown ? readOn(before, shown) : shown));
      isShown = true;
    };
    look(tab, desk, show).catch(() => {
      if (!isShown) show({ state: "unreadable", reason: "nothing-read" });
    });
  }, [tab, desk]);
  const leaveAsRead = useCallback(() => {
    turn.current += 1;
  }, []);
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
  return { page, readAgain, leaveAsRead, edit };
};
