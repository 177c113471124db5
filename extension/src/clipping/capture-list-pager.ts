import { encodedPager, type PagerFacts } from "@dianbo/shared/page-list";
import { lineOf, resolve, select } from "./page-elements.ts";

const TURNS =
  /^(?:\[?\d{1,4}\]?|[<《«‹]?\s*(?:首页|上一?页|前一页|下一?页|后一?页|尾页|末页|最后一页)\s*[>》»›]*|[>»›]{1,2}|next)$/iu;
const PAGERS =
  ".page, .pages, .pager, .pagination, .paging, #page, #pager, [class*=page], [id*=page]";

/** Links among which the pager is looked for. */
const MOST_ANCHORS = 6000;
/** Links of one pager. */
const MOST_TURNS = 60;
/** Choices of a select box that turns the page. */
const MOST_CHOICES = 400;

type Turn = PagerFacts["links"][number];

const numberOf = (text: string): string | undefined =>
  // Cut short and without blanks: a hostile title is a million of them.
  /^(?:转到|跳到|到)?第?(\d{1,5})页?$/u.exec(text.slice(0, 30).replace(/\s/gu, ""))?.[1];

/** What a turn is called: its text, but a letter of a font of signs is an arrow, whose page stands in its title. */
const nameOf = (element: Element): string => {
  const title = (element.getAttribute("title") ?? "").slice(0, 30);
  const isSign = [...element.querySelectorAll("font[face]")].some((font) =>
    /dings/iu.test(font.getAttribute("face") ?? ""),
  );
  const text = isSign ? "" : lineOf(element, 20);
  return TURNS.test(text) ? text : (numberOf(title) ?? (text === "" ? title : text));
};

const turnsOf = (document: Document, base: string): readonly Turn[] => {
  const anchors = [...document.querySelectorAll("a[href]")];
  // The pager stands at the end of a list; a page with more links than these is no list to read.
  return anchors.slice(-MOST_ANCHORS).flatMap((element) => {
    const text = nameOf(element);
    const url = TURNS.test(text) ? resolve(element.getAttribute("href"), base) : undefined;
    return url === undefined ? [] : [{ text, url }];
  });
};

/** A select box whose choices are the pages' addresses. */
const choicesOf = (document: Document, base: string): readonly Turn[] =>
  [...document.querySelectorAll("select option[value]")]
    .slice(0, MOST_CHOICES)
    .flatMap((option) => {
      const value = option.getAttribute("value") ?? "";
      const text = numberOf(lineOf(option, 20));
      const url = text !== undefined && /[./?]/u.test(value) ? resolve(value, base) : undefined;
      return text === undefined || url === undefined ? [] : [{ text, url }];
    });

/** An arrow without words that says by `rel` where it leads. */
const relatedOf = (document: Document, base: string): readonly Turn[] =>
  select(document, ['a[rel~="next"]', 'link[rel~="next"]'])
    .slice(0, 1)
    .flatMap((element) => {
      const url = resolve(element.getAttribute("href"), base);
      return url === undefined ? [] : [{ text: "下一页", url }];
    });

/** What a page shows of its pager: links with numbers and 下一页, a select box, `rel`, and its text. */
export const pagerOf = (document: Document, base: string): Pick<PagerFacts, "links" | "text"> => {
  const pagers = select(document, [PAGERS]).slice(0, 12);
  const near = pagers.map((element) => lineOf(element, 200)).filter((text) => text.length < 200);
  // In a page that was fetched the pager may still be as its script has not yet drawn it.
  const undrawn = pagers
    .map((element) => encodedPager((element.textContent ?? "").slice(0, 40_000), base))
    .find((pager) => pager !== undefined);
  if (undrawn !== undefined) return undrawn;
  const turns = turnsOf(document, base).slice(0, MOST_TURNS);
  const links = [...turns, ...choicesOf(document, base), ...relatedOf(document, base)];
  return { links, text: near.join(" \n ") };
};
