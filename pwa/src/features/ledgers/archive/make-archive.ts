import { err, ok, type Result } from "@dianbo/shared/result";
import { type OfficeDocument, writeHtml } from "../../../office-files/index.ts";
import type { PaperWords } from "../paper-words.ts";
import { type ArchiveHead, archiveIndex, placePapers } from "./archive-index.ts";
import type { ArchivePaper } from "./year-papers.ts";

/** Why an archive was not made: it was stopped, or a file of it could not be written. */
export interface NoArchive {
  readonly type: "stopped" | "not-written";
}

/** An archive as a file, and how many files are in it. */
export interface Archive {
  readonly file: Blob;
  readonly files: number;
}

/** How far it has come: files done, files in all, and the paper that is being written. */
export interface ArchiveProgress {
  readonly done: number;
  readonly all: number;
  readonly name: string;
}

/** Every entry carries this day, in whatever zone the PC is, so that the same year is the same bytes. */
const FIXED_DAY = new Date(1980, 0, 1, 12);

/** Thrown out of the zip's own loop and turned into a value at its door. */
class Halted extends Error {
  readonly why: NoArchive["type"];

  constructor(why: NoArchive["type"]) {
    super(why);
    this.why = why;
  }
}

/**
 * Writes a year's papers into one zip: contents, a note on what is inside, and each paper as a page and a
 * workbook, one after the other. `workbookOf` writes a workbook and answers nothing where it cannot.
 */
export const makeArchive = async (
  papers: readonly ArchivePaper[],
  head: ArchiveHead,
  words: PaperWords,
  hands: {
    readonly workbookOf: (document: OfficeDocument) => Promise<Uint8Array | undefined>;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: ArchiveProgress) => void;
  },
): Promise<Result<Archive, NoArchive>> => {
  const placed = placePapers(papers, words);
  const written = placed.flatMap(({ paper, path }) =>
    path === undefined ? [] : [{ paper, path }],
  );
  const files = 2 + 2 * written.length;
  const { archive } = words;
  const entries = async function* () {
    const text = (name: string, input: string) => ({ name, input, lastModified: FIXED_DAY });
    yield text("index.html", archiveIndex(placed, head, words));
    yield text(
      archive.readMeName,
      // The editor that comes with Windows knows UTF-8 by this mark.
      `\uFEFF${archive.readMe({ title: head.title, day: head.day, names: head.withNames, files })}`,
    );
    for (const [at, { paper, path }] of written.entries()) {
      hands.onProgress({ done: 2 + 2 * at, all: files, name: paper.name });
      const workbook = await hands.workbookOf(paper.workbook);
      if (hands.signal.aborted) throw new Halted("stopped");
      if (workbook === undefined) throw new Halted("not-written");
      yield text(`${path}.html`, writeHtml(paper.page, head.language));
      yield { name: `${path}.xlsx`, input: new Uint8Array(workbook), lastModified: FIXED_DAY };
    }
  };
  try {
    const { downloadZip } = await import("client-zip");
    const file = await downloadZip(entries()).blob();
    hands.onProgress({ done: files, all: files, name: head.title });
    return ok({ file, files });
  } catch (error) {
    return err({ type: error instanceof Halted ? error.why : "not-written" });
  }
};
