import type { Clip } from "@dianbo/shared/clip";
import { civilDateOf } from "@dianbo/shared/clock";
import { isListed } from "@dianbo/shared/courseware";
import { useEffect, useState } from "react";
import type { ClipDesk } from "../clipping/clip-desk.ts";

/** What the foot and head of the panel count. */
export interface PanelCounts {
  /** Rows of the inbox. */
  readonly waiting: number;
  readonly downloading: number;
  readonly savedToday: number;
  /** Rows of the inbox by id, for the state of a saved clip's file. */
  readonly clips: ReadonlyMap<string, Clip>;
}

const count = async (desk: ClipDesk): Promise<PanelCounts> => {
  const rows = await desk.inbox.all();
  const clips = new Map(
    rows.flatMap((row) => (row.type === "clip" ? [[row.clip.id, row.clip]] : [])),
  );
  const today = civilDateOf(desk.clock.now());
  const kept = [...(desk.library?.snapshot().items.values() ?? [])].filter(
    (item) =>
      isListed(item) &&
      !clips.has(item.id) &&
      item.clippedAt != null &&
      civilDateOf(item.clippedAt) === today,
  );
  const inRows = [...clips.values()].filter((clip) => civilDateOf(clip.clippedAt) === today);
  return {
    waiting: rows.length,
    downloading: [...clips.values()].filter(
      ({ file }) => file.state === "downloading" || file.state === "waiting",
    ).length,
    savedToday: kept.length + inRows.length,
    clips,
  };
};

/** The counts of inbox and library, kept fresh. */
export const useCounts = (desk: ClipDesk): PanelCounts => {
  const [counts, setCounts] = useState<PanelCounts>({
    waiting: 0,
    downloading: 0,
    savedToday: 0,
    clips: new Map(),
  });
  useEffect(() => {
    let stopped = false;
    const refresh = (): void => {
      void count(desk).then((fresh) => {
        if (!stopped) setCounts(fresh);
      });
    };
    refresh();
    const stops = [desk.inbox.subscribe(refresh), desk.library?.subscribe(refresh)];
    return () => {
      stopped = true;
      for (const stop of stops) stop?.();
    };
  }, [desk]);
  return counts;
};
