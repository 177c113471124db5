import { safeName } from "@dianbo/shared/book-folder";
import type { Language } from "@dianbo/shared/language";
import { escapeHtml, PAGE_STYLE } from "../../../office-files/index.ts";
import type { PaperWords } from "../paper-words.ts";
import { ARCHIVE_FOLDERS, type ArchivePaper } from "./year-papers.ts";

/** What an archive says of itself. */
export interface ArchiveHead {
  readonly title: string;
  /** The day on which it was made, `YYYY-MM-DD`. */
  readonly day: string;
  readonly withNames: boolean;
  readonly language: Language;
}

/** A paper at its place in the archive; one without rows has no file. */
export interface PlacedPaper {
  readonly paper: ArchivePaper;
  /** The path without its ending; `undefined` where there is nothing to write. */
  readonly path: string | undefined;
}

/**
 * Gives every paper its place: a folder a sort, in their order, numbered so that every file manager keeps it,
 * under names that FAT32 and Windows take. The same papers always get the same places.
 */
export const placePapers = (
  papers: readonly ArchivePaper[],
  { archive: words }: PaperWords,
): readonly PlacedPaper[] =>
  ARCHIVE_FOLDERS.flatMap((folder) => {
    let last = 0;
    return papers
      .filter((paper) => paper.folder === folder)
      .map((paper): PlacedPaper => {
        if (paper.rows === 0) return { paper, path: undefined };
        last += 1;
        const place = String(last).padStart(2, "0");
        return { paper, path: `${words.folders[folder]}/${safeName(`${place} ${paper.name}`)}` };
      });
  });

const link = (path: string, name: string): string =>
  `<a href="${path.split("/").map(encodeURIComponent).join("/")}">${escapeHtml(name)}</a>`;

/** The contents of an archive as a page: what is in it, how much, and the way to each file. */
export const archiveIndex = (
  placed: readonly PlacedPaper[],
  head: ArchiveHead,
  { archive: words }: PaperWords,
): string => {
  const { index } = words;
  const sections = ARCHIVE_FOLDERS.flatMap((folder) => {
    const own = placed.filter(({ paper }) => paper.folder === folder);
    if (own.length === 0) return [];
    const rows = own.map(({ paper, path }) => {
      const much = paper.rows === undefined ? words.report : words.rows(paper.rows);
      const ways =
        path === undefined
          ? index.nothing
          : `${link(`${path}.html`, index.open)}　${link(`${path}.xlsx`, index.table)}`;
      return `<tr><td>${escapeHtml(paper.name)}</td><td>${escapeHtml(much)}</td><td>${ways}</td></tr>`;
    });
    const heads = index.columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("");
    return [
      `<h2>${escapeHtml(words.folders[folder])}</h2><table><thead><tr>${heads}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>`,
    ];
  });
  return `<!doctype html>
<html lang="${head.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(head.title)}</title>
<style>@page{size:A4;margin:14mm 12mm}${PAGE_STYLE}</style></head>
<body><main class="sheet"><h1>${escapeHtml(head.title)}</h1>
<p>${escapeHtml(index.madeOn(head.day))}</p>
<p>${escapeHtml(head.withNames ? index.withNames : index.withoutNames)}</p>
${sections.join("\n")}
</main></body></html>
`;
};
