import type { PageSnapshot } from "@dianbo/shared/portal";

type LinkedData = PageSnapshot["linkedData"][number];

const asText = (value: unknown, depth = 0): string | undefined => {
  if (typeof value === "string") return value.slice(0, 1900);
  if (depth > 4) return undefined;
  if (Array.isArray(value)) return asText(value[0], depth + 1);
  if (typeof value === "object" && value !== null) {
    if ("name" in value) return asText(value.name, depth + 1);
    if ("url" in value) return asText(value.url, depth + 1);
  }
  return undefined;
};

/** What is worth reading of a page's graph: not its bread crumbs, not its publisher's own entry. */
const IS_FRAME =
  /^(?:BreadcrumbList|WebSite|Organization|ImageObject|SiteNavigationElement|SearchAction|Person)$/u;

const entriesOf = (data: unknown, depth: number): readonly object[] => {
  if (depth > 4 || typeof data !== "object" || data === null) return [];
  if (Array.isArray(data)) return data.slice(0, 40).flatMap((one) => entriesOf(one, depth + 1));
  const inside = ["@graph", "mainEntity", "mainEntityOfPage"].flatMap((key) =>
    key in data ? entriesOf(Reflect.get(data, key), depth + 1) : [],
  );
  return [data, ...inside];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Line breaks inside strings are the usual fault of hand-made JSON-LD.
    try {
      return JSON.parse(text.replace(/[\r\n\t]+/gu, " ").replace(/,\s*([}\]])/gu, "$1"));
    } catch {
      return undefined;
    }
  }
};

/** What the page's JSON-LD says of it, nested graphs and Baidu's `cambrian` form too. */
export const linkedDataOf = (document: Document): PageSnapshot["linkedData"] => {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  return scripts
    .slice(0, 10)
    .flatMap((script) => entriesOf(parsed((script.textContent ?? "").slice(0, 200_000)), 0))
    .flatMap((one): LinkedData[] => {
      const read = (key: string): string | undefined =>
        key in one ? asText(Reflect.get(one, key)) : undefined;
      if (IS_FRAME.test(read("@type") ?? "")) return [];
      const entry = {
        headline: read("headline") ?? read("title"),
        datePublished: read("datePublished") ?? read("uploadDate") ?? read("pubDate"),
        publisher: read("publisher"),
        author: read("author"),
        duration: read("duration"),
        image: read("image") ?? read("thumbnailUrl"),
      };
      return [Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined))];
    })
    .filter((entry) => Object.keys(entry).length > 0)
    .slice(0, 10);
};
