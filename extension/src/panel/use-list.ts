import { canonicalUrl } from "@dianbo/shared/courseware";
import { type PageList, readsAsList } from "@dianbo/shared/page-list";
import { useCallback, useEffect, useRef, useState } from "react";
import { inTime } from "../clipping/in-time.ts";
import { askDataLeave, readList, turnToNew } from "../list-clipping/index.ts";
import type { PanelPage } from "./use-page.ts";

/** The list of the open page, and how far it was turned. */
export interface PanelList {
  /** One for each page that was turned to, the open one first. */
  readonly pages: readonly PageList[];
  readonly turning: boolean;
  /** The last turn brought nothing. */
  readonly failed: boolean;
  readonly more: () => void;
  readonly fewer: () => void;
}

interface Turned {
  readonly pages: readonly PageList[];
  readonly turning: boolean;
  readonly failed: boolean;
}

const NOTHING: Turned = { pages: [], turning: false, failed: false };

/** Whether there is a page after the last one. */
export const goesOn = (pages: readonly PageList[]): boolean => {
  const next = pages.at(-1)?.next;
  return next !== undefined && next.type !== "none";
};

/**
 * Reads the list of the page that the panel shows: "looking" as long as a page without text of its own may
 * turn out to be one, `undefined` where it is no list to pick from.
 */
export const useList = (
  tab: number | undefined,
  page: PanelPage,
): PanelList | "looking" | undefined => {
  const [turned, setTurned] = useState<Turned>(NOTHING);
  const draft = page.state === "ready" ? page.draft : undefined;
  const canonical = draft?.source.canonical;
  const kind = draft?.recognised.kind;
  const text = draft?.recognised.body?.text ?? "";
  const left = page.state === "ready" ? page.left : 0;
  const givenUp = page.state === "ready" && page.givenUp;
  // A page that is read once more has other times, and the same list.
  const mayWait = useRef(left);
  useEffect(() => {
    mayWait.current = left;
  }, [left]);
  const current = useRef(canonical);
  const [looked, setLooked] = useState<string | undefined>(undefined);
  useEffect(() => {
    current.current = canonical;
    setTurned(NOTHING);
    if (tab === undefined || canonical === undefined || kind === undefined) return;
    if (givenUp) {
      setLooked(canonical);
      return;
    }
    const reading = readList(tab);
    // A page that keeps its list waiting is shown as what it is without; the list may still come.
    void inTime(reading, mayWait.current).then(() => {
      if (current.current === canonical) setLooked(canonical);
    });
    void reading.then((list) => {
      if (current.current !== canonical) return;
      if (list === undefined) return;
      // A link that was pointed at is a page of its own, which is not open.
      const isOpenPage = canonicalUrl(list.url) === canonical;
      if (isOpenPage && readsAsList({ kind, text }, list)) {
        setTurned({ pages: [list], turning: false, failed: false });
      }
    });
  }, [tab, canonical, kind, text, givenUp]);

  const more = useCallback(() => {
    const last = turned.pages.at(-1);
    if (tab === undefined || last === undefined || turned.turning || !goesOn([last])) return;
    const { next, url } = last;
    // The browser shows its question only in the very stroke: nothing may be awaited before it.
    const leave = next.type === "data" ? askDataLeave(next, url) : Promise.resolve(true);
    setTurned((now) => ({ ...now, turning: true, failed: false }));
    const turning = leave.then((given) => (given ? turnToNew(tab, turned.pages) : undefined));
    void turning.then((list) => {
      if (current.current !== canonical) return;
      setTurned((now) => ({
        pages: list === undefined ? now.pages : [...now.pages, list],
        turning: false,
        failed: list === undefined,
      }));
    });
  }, [tab, canonical, turned]);
  const fewer = useCallback(() => {
    setTurned((now) =>
      now.pages.length < 2 ? now : { ...now, pages: now.pages.slice(0, -1), failed: false },
    );
  }, []);
  if (turned.pages.length > 0) return { ...turned, more, fewer };
  const mayBe = tab !== undefined && kind === "link" && looked !== canonical;
  return mayBe ? "looking" : undefined;
};
