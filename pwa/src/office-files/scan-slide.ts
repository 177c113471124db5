import { scanMarkup } from "./markup.ts";
import { SLIDE_LIMITS } from "./slides.ts";

/** A picture that a slide names, and how much of the slide it covers, in EMU². */
export interface NamedPicture {
  readonly type: "picture";
  /** The relationship that leads to its file. */
  readonly relation: string;
  readonly area: number;
}

/** What a slide's own text says. */
export interface ScannedSlide {
  readonly hidden: boolean;
  readonly title: string;
  readonly blocks: readonly (
    | { readonly type: "line"; readonly text: string; readonly level: number }
    | { readonly type: "table"; readonly rows: readonly (readonly string[])[] }
    | NamedPicture
    /** A drawing of arrows and boxes (SmartArt): its words lie in a file of their own. */
    | { readonly type: "drawing" }
  )[];
}

/** Placeholders that say the same on every slide. */
const PASSED_OVER = new Set(["sldnum", "dt", "ftr", "hdr"]);
const TITLES = new Set(["title", "ctrtitle"]);

type Block = ScannedSlide["blocks"][number];
interface Shape {
  /** Which placeholder it is; `undefined` for one that somebody drew. */
  holder: string | undefined;
  relation: string | undefined;
  area: number;
  lines: Extract<Block, { type: "line" }>[];
}

/** A number of a stranger's file; what is none, or is below nothing, is 0. */
const count = (text: string | undefined): number => {
  const value = Number(text ?? "0");
  return Number.isFinite(value) && value > 0 ? value : 0;
};

/** Reads a slide's markup, or the one of its drawings: paragraphs, tables, pictures, in their order. */
export const scanSlide = (xml: string): ScannedSlide => {
  const blocks: Block[] = [];
  let hidden = false;
  let title = "";
  let shape: Shape | undefined;
  let table: string[][] | undefined;
  let cell: string[] | undefined;
  let paragraph: string | undefined;
  let level = 0;
  let inText = false;
  /** What older programs are to read instead stands there twice. */
  let fallback = 0;

  const endParagraph = (): void => {
    const text = (paragraph ?? "").replace(/[^\S\n]+/gu, " ").trim();
    paragraph = undefined;
    if (text === "") return;
    if (cell !== undefined) cell.push(text);
    else shape?.lines.push({ type: "line", text, level });
  };
  const endShape = (): void => {
    if (shape === undefined) return;
    const { holder, lines, relation, area } = shape;
    shape = undefined;
    if (holder !== undefined && PASSED_OVER.has(holder)) return;
    if (relation !== undefined) blocks.push({ type: "picture", relation, area });
    if (holder !== undefined && TITLES.has(holder) && title === "") {
      title = lines.map(({ text }) => text).join(" ");
    } else blocks.push(...lines);
  };

  scanMarkup(xml, {
    open: (name, attribute) => {
      if (name === "fallback") fallback += 1;
      if (fallback > 0) return;
      switch (name) {
        case "sld":
          hidden = attribute("show") === "0";
          return;
        case "sp":
        case "pic":
          shape = { holder: undefined, relation: undefined, area: 0, lines: [] };
          return;
        case "ph":
          if (shape !== undefined) shape.holder = (attribute("type") ?? "body").toLowerCase();
          return;
        case "ext":
          if (shape !== undefined && shape.area === 0) {
            shape.area = count(attribute("cx")) * count(attribute("cy"));
          }
          return;
        case "blip":
          if (shape !== undefined) shape.relation ??= attribute("embed");
          return;
        case "relids":
          blocks.push({ type: "drawing" });
          return;
        case "tbl":
          table = [];
          return;
        case "tr":
          table?.push([]);
          return;
        case "tc":
          cell = [];
          return;
        case "p":
          paragraph = "";
          level = 0;
          return;
        case "ppr":
          level = Math.min(4, count(attribute("lvl")));
          return;
        case "br":
          if (paragraph !== undefined) paragraph += "\n";
          return;
        case "t":
          inText = true;
      }
    },
    close: (name) => {
      if (name === "fallback") fallback = Math.max(0, fallback - 1);
      if (fallback > 0) return;
      switch (name) {
        case "t":
          inText = false;
          return;
        case "p":
          endParagraph();
          return;
        case "tc":
          table?.at(-1)?.push((cell ?? []).join("\n"));
          cell = undefined;
          return;
        case "tbl":
          if (table?.some((row) => row.some((text) => text !== "")) === true) {
            blocks.push({ type: "table", rows: table });
          }
          table = undefined;
          return;
        case "sp":
        case "pic":
          endShape();
      }
    },
    text: (text) => {
      if (fallback === 0 && inText && paragraph !== undefined) paragraph += text;
    },
  });
  return { hidden, title, blocks: blocks.slice(0, SLIDE_LIMITS.blocks) };
};
