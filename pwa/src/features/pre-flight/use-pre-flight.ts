import type { Courseware, MediaFile, MediaHash } from "@dianbo/shared/courseware";
import { isListed } from "@dianbo/shared/courseware";
import {
  judgeItem,
  type MenuPart,
  partsOf,
  proposeReplacements,
  type ReportLine,
  replaceInMenu,
  sumReport,
} from "@dianbo/shared/pre-flight";
import { editCourseware } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import type { SetMenu } from "@dianbo/shared/set-menu";
import { useEffect, useRef, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { readSubtitleFile } from "../../app/read-subtitle-file.ts";
import { chooseFolder } from "../../storage/book-folder/index.ts";
import {
  findFile,
  keepFileCheck,
  keepReport,
  type NotRepaired,
  readFileChecks,
  renewLeave,
  repairFile,
  subtitlesBeside,
} from "../../storage/checking/index.ts";
import { lookAtItem } from "./look-at-item.ts";

/** So many items are offered in a broken one's stead. */
const OFFERED = 2;
/** So many are read through before they are offered, at most. */
const TRIED = 6;

/** A line of the report, with what may stand in where it does not play. */
export type TriedLine = ReportLine & { readonly instead: readonly Courseware[] };

/** What is being done just now. */
export type Work =
  | { readonly type: "nothing" }
  | { readonly type: "trying"; readonly at: number; readonly total: number; readonly share: number }
  | { readonly type: "copying"; readonly title: string; readonly share: number }
  | { readonly type: "repairing"; readonly title: string; readonly share: number };

/** The pre-flight at work. */
export interface PreFlight {
  readonly lines: readonly TriedLine[];
  readonly work: Work;
  /** When the whole menu was tried last, in this visit. */
  readonly doneAt: number | undefined;
  readonly trouble: NotRepaired["type"] | "not-allowed" | "no-subtitles" | undefined;
  again(): void;
  stop(): void;
  /** Renews lapsed folders; in the click itself. */
  allow(): Promise<void>;
  replace(line: TriedLine, item: Courseware): Promise<void>;
  /** Brings a file back: out of the 点播本 folder, else of one that the person chooses. */
  repair(line: TriedLine): Promise<void>;
  /** Copies what plays from folders into the browser's own storage. */
  bring(): Promise<void>;
  /** Takes in the subtitles that lie beside a film. */
  takeSubtitles(line: TriedLine): Promise<void>;
}

/** Faults of the bytes themselves, which a copy elsewhere can mend; a codec that is lacking is none. */
const BAD_BYTES: ReadonlySet<string> = new Set(["empty", "half", "unreadable", "differs"]);

const isOpen = (item: Courseware | undefined): item is Courseware =>
  item !== undefined && isListed(item);

/** Tries a menu, keeps what was found, and holds what can be done about it. */
export const usePreFlight = (menu: SetMenu): PreFlight => {
  const dependencies = useDependencies();
  const { library, media, clock } = dependencies;
  const { entries, items } = useSnapshot();
  const [lines, setLines] = useState<readonly TriedLine[]>([]);
  const [work, setWork] = useState<Work>({ type: "trying", at: 0, total: 1, share: 0 });
  const [doneAt, setDoneAt] = useState<number>();
  const [trouble, setTrouble] = useState<PreFlight["trouble"]>();
  const [turn, setTurn] = useState(0);
  const stopper = useRef<AbortController>(undefined);
  const parts = partsOf(menu, entries.values(), (id) => items.get(id));
  /** A menu that was changed is tried anew. */
  const content = parts
    .map(({ id, item }) => `${id}${item?.life}${item?.media?.hash}${item?.minutes}`)
    .join();

  const note = (item: Courseware, good: boolean): Promise<void> =>
    item.media == null
      ? Promise.resolve()
      : keepFileCheck(library, {
          hash: item.media.hash,
          at: clock.now(),
          state: good ? "good" : "broken",
        });

  const tryPart = async (
    part: MenuPart,
    held: ReadonlySet<MediaHash>,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<ReportLine> => {
    if (!isOpen(part.item)) {
      return { ...part, judged: { fault: { type: "item-gone" }, remarks: [] } };
    }
    const evidence = await lookAtItem(part.item, dependencies, held, { signal, onProgress });
    const judged = judgeItem(part.item, evidence);
    if (evidence.size !== undefined && !signal.aborted) {
      await note(part.item, !BAD_BYTES.has(judged.fault?.type ?? ""));
    }
    return { ...part, judged };
  };

  /** Only what was read through and plays is offered. */
  const insteadOf = async (
    line: ReportLine,
    held: ReadonlySet<MediaHash>,
    signal: AbortSignal,
  ): Promise<readonly Courseware[]> => {
    if (line.item === undefined) return [];
    const checks = [...(await readFileChecks(library)).values()];
    const having = (state: string) =>
      new Set(checks.filter((check) => check.state === state).map(({ hash }) => hash));
    const inMenu = new Set(parts.map(({ id }) => id));
    const proposed = proposeReplacements(line.item, items.values(), inMenu, {
      held,
      good: having("good"),
      bad: having("broken"),
    });
    const found: Courseware[] = [];
    for (const item of proposed.slice(0, TRIED)) {
      if (found.length === OFFERED || signal.aborted) break;
      const tried = await tryPart({ entry: undefined, id: item.id, item }, held, signal, () => {
        // The bar tells of the menu itself.
      });
      if (tried.judged.fault === undefined) found.push(item);
    }
    return found;
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    const held = new Set((await media.list()).map(({ hash }) => hash));
    const tried: TriedLine[] = [];
    for (const [at, part] of parts.entries()) {
      const show = (share: number): void => {
        if (!signal.aborted) setWork({ type: "trying", at, total: parts.length, share });
      };
      show(0);
      const line = await tryPart(part, held, signal, show);
      const instead = line.judged.fault === undefined ? [] : await insteadOf(line, held, signal);
      if (signal.aborted) return;
      tried.push({ ...line, instead });
      setLines([...tried]);
    }
    const sums = sumReport(tried);
    setWork({ type: "nothing" });
    setDoneAt(clock.now());
    await keepReport(library, {
      menu: menu.id,
      at: clock.now(),
      verdict: sums.verdict,
      total: sums.total,
      plays: sums.plays,
      broken: sums.broken.map(({ id }) => id),
      items: parts.map(({ id }) => id),
    });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: tried anew when the menu's content changes, or when asked
  useEffect(() => {
    const mine = new AbortController();
    stopper.current = mine;
    setLines([]);
    setDoneAt(undefined);
    setWork({ type: "trying", at: 0, total: Math.max(1, parts.length), share: 0 });
    void run(mine.signal);
    return () => mine.abort();
  }, [content, turn]);

  const again = (): void => setTurn((before) => before + 1);
  const mend = async (item: Courseware, wanted: MediaFile): Promise<boolean> => {
    const signal = new AbortController();
    stopper.current = signal;
    const watch = {
      signal: signal.signal,
      onProgress: (bytes: number) =>
        setWork({ type: "repairing", title: item.title, share: bytes / wanted.size }),
    };
    setWork({ type: "repairing", title: item.title, share: 0 });
    const near = await repairFile(library, media, wanted, watch);
    if (near.ok) return true;
    const chosen = near.error.type === "not-there" ? await chooseFolder() : undefined;
    if (chosen === undefined) {
      setTrouble(near.error.type === "not-there" ? undefined : near.error.type);
      return false;
    }
    const mended = await repairFile(library, media, wanted, watch, chosen);
    setTrouble(mended.ok ? undefined : mended.error.type);
    return mended.ok;
  };

  return {
    lines,
    work,
    doneAt,
    trouble,
    again,
    stop: () => {
      stopper.current?.abort();
      setWork({ type: "nothing" });
    },
    allow: async () => {
      const given = await renewLeave(library);
      setTrouble(given ? undefined : "not-allowed");
      again();
    },
    replace: async (line, item) => {
      await library.apply(() => ok(replaceInMenu(menu, line.entry, item)));
    },
    repair: async ({ item }) => {
      if (item?.media == null) return;
      const mended = await mend(item, item.media);
      setWork({ type: "nothing" });
      if (mended) again();
    },
    takeSubtitles: async (line) => {
      const { item } = line;
      const hash = item?.media?.hash;
      const file = hash === undefined ? undefined : await subtitlesBeside(library, hash);
      const subtitles = file === undefined ? undefined : await readSubtitleFile(file);
      const now = item === undefined ? undefined : library.snapshot().items.get(item.id);
      if (subtitles === undefined || now === undefined) return setTrouble("no-subtitles");
      const edit = editCourseware(now, { subtitles });
      const kept = await library.apply(() => ok(edit));
      setTrouble(kept.ok ? undefined : "not-stored");
      if (!kept.ok) return;
      // The film itself has not changed: it need not be read through once more.
      const judged = { ...line.judged, subtitles: { type: "there" as const } };
      setLines((before) => before.map((one) => (one === line ? { ...one, judged } : one)));
    },
    bring: async () => {
      const mine = new AbortController();
      stopper.current = mine;
      const held = new Set((await media.list()).map(({ hash }) => hash));
      for (const { item } of lines) {
        const file = item?.media;
        if (item === undefined || file == null || held.has(file.hash) || mine.signal.aborted) {
          continue;
        }
        const lying = await findFile(library, media, held, file.hash);
        if (lying.file === undefined) continue;
        setWork({ type: "copying", title: item.title, share: 0 });
        const kept = await media.keep(lying.file, file.hash, (bytes) =>
          setWork({ type: "copying", title: item.title, share: bytes / file.size }),
        );
        if (!kept.ok) {
          setTrouble(kept.error.type === "disk-full" ? "disk-full" : "not-stored");
          break;
        }
      }
      setWork({ type: "nothing" });
      again();
    },
  };
};
