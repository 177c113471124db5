/** Pages with what is true of them: our own fixtures, and a folder of real pages where one is given. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** A saved page and what is true of it; a field that nobody wrote down is not scored. */
export interface TruePage {
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly title?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly publisher?: string | undefined;
  /** The whole text, or the ends that it must have and what must not stand in it. */
  readonly text?: string | undefined;
  readonly textStart?: string | undefined;
  readonly textEnd?: string | undefined;
  readonly textWithout?: readonly string[] | undefined;
}

type Written = Omit<TruePage, "bytes"> & { readonly kind?: string; readonly file?: string };

const FIXTURES = resolve(import.meta.dirname, "../portals");

const stemOf = (url: string): string => url.replace(/\.\w{2,6}$/u, "");

/** Readers are given one page each: of an article that goes on elsewhere only the beginning can be right. */
const withoutFurtherPages = (pages: readonly TruePage[]): TruePage[] => {
  const stems = pages.map(({ url }) => stemOf(url));
  return pages.map((page) => {
    const own = stemOf(page.url);
    const goesOn = stems.some(
      (stem) => /^[-_]\d{1,2}$/u.test(stem.slice(own.length)) && stem.startsWith(own),
    );
    return goesOn ? { ...page, textEnd: undefined } : page;
  });
};

const ownPages = (): TruePage[] =>
  globSync("*/*.html", { cwd: FIXTURES })
    .sort()
    .flatMap((page) => {
      const expectation = join(FIXTURES, page.replace(/\.html$/, ".expected.json"));
      // A page that is empty before its script runs says nothing to any reader.
      if (existsSync(expectation.replace(".expected.", ".answer."))) return [];
      const { kind, ...written }: Written = JSON.parse(readFileSync(expectation, "utf8"));
      if (kind !== "article") return [];
      return [{ ...written, bytes: readFileSync(join(FIXTURES, page)) }];
    });

/** `truth.jsonl` in the folder: a line a page, `file` relative to it. */
const pagesOf = (folder: string): TruePage[] =>
  readFileSync(join(folder, "truth.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const { file = "", ...written }: Written = JSON.parse(line);
      return { ...written, bytes: readFileSync(resolve(folder, file)) };
    });

/**
 * All pages to be scored; `DIANBO_PAGES` names a folder of more. Where none is there it is said in words:
 * figures of our own fixtures alone are figures of pages that we wrote.
 */
export const truePages = (say: (words: string) => void = console.error): readonly TruePage[] => {
  const folder = process.env["DIANBO_PAGES"];
  const own = withoutFurtherPages(ownPages());
  if (folder === undefined) {
    say(
      `No folder of real pages is named (DIANBO_PAGES): scored are our own ${own.length} fixtures.`,
    );
    return own;
  }
  const real = resolve(process.env["INIT_CWD"] ?? process.cwd(), folder);
  if (!existsSync(join(real, "truth.jsonl"))) {
    say(`${real} holds no truth.jsonl: scored are our own ${own.length} fixtures, no real page.`);
    return own;
  }
  const more = pagesOf(real);
  say(`Scored are ${more.length} pages of ${real} and our own ${own.length} fixtures.`);
  return [...own, ...more];
};
