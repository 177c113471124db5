import { err, ok, type Result } from "@dianbo/shared/result";
import { readContainer } from "@dianbo/shared/sharing";
import { scanMarkup } from "./markup.ts";
import { type ScannedSlide, scanSlide } from "./scan-slide.ts";
import {
  SLIDE_LIMITS,
  type Slide,
  type SlideBlock,
  type SlidePicture,
  type SlideShow,
  type SlidesFailure,
} from "./slides.ts";

/** Where the texts lie; dress, notes and films are never unpacked. */
const TEXTS =
  /^ppt\/(?:presentation\.xml|_rels\/presentation\.xml\.rels|slides\/[^/]+\.xml|slides\/_rels\/[^/]+\.rels|diagrams\/drawing[^/]*\.xml)$/iu;

/** What a browser shows, by the file's ending; EMF and WMF it does not, SVG may bring scripts. */
const MIMES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  bmp: "image/bmp",
};
const mimeOf = (path: string): string | undefined =>
  MIMES[path.slice(path.lastIndexOf(".") + 1).toLowerCase()];

/** What covers less of the slide is an ornament. */
const ORNAMENT = 0.02;

type Parts = ReadonlyMap<string, Uint8Array>;
interface Relation {
  readonly type: string;
  /** Inside the file, from its root. */
  readonly path: string;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** `../media/a.png` seen from `ppt/slides/` is `ppt/media/a.png`. */
const resolved = (folder: string, target: string): string => {
  const steps: string[] = [];
  const whole = target.startsWith("/") ? target : `${folder}${target}`;
  for (const step of whole.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/").toLowerCase();
};

const textOf = (parts: Parts, path: string): string => {
  const bytes = parts.get(path);
  return bytes === undefined ? "" : new TextDecoder().decode(bytes);
};

/** What a part leads to, by the name of the relation, in its own order. */
const relationsOf = (parts: Parts, path: string): ReadonlyMap<string, Relation> => {
  const folder = folderOf(path);
  const relations = new Map<string, Relation>();
  scanMarkup(textOf(parts, `${folder}_rels/${path.slice(folder.length)}.rels`), {
    open: (name, attribute) => {
      if (name !== "relationship" || attribute("TargetMode") === "External") return;
      relations.set(attribute("Id") ?? "", {
        type: attribute("Type") ?? "",
        path: resolved(folder, attribute("Target") ?? ""),
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
};

const PRESENTATION = "ppt/presentation.xml";

/** The slides in the order in which they are shown, and a slide's area in EMU². */
const orderOf = (parts: Parts): { readonly paths: readonly string[]; readonly area: number } => {
  const relations = relationsOf(parts, PRESENTATION);
  const paths: string[] = [];
  let area = 0;
  scanMarkup(textOf(parts, PRESENTATION), {
    open: (name, attribute) => {
      if (name === "sldsz") area = Number(attribute("cx")) * Number(attribute("cy"));
      const slide = name === "sldid" ? relations.get(attribute("r:id") ?? "") : undefined;
      if (slide !== undefined) paths.push(slide.path);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { paths: paths.slice(0, SLIDE_LIMITS.slides), area: area > 0 ? area : 1 };
};

/** A container's parts under lower-case names: Windows knows no other difference. */
const partsOf = (
  bytes: Uint8Array,
  unpackedBytes: number,
  wanted: (path: string) => boolean,
): Parts | undefined => {
  const limits = {
    packedBytes: SLIDE_LIMITS.bytes,
    unpackedBytes,
    entries: SLIDE_LIMITS.entries,
  };
  const read = readContainer(bytes, limits, wanted);
  if (!read.ok) return undefined;
  return new Map([...read.value].map(([path, part]) => [path.toLowerCase(), part]));
};

interface OpenedSlide {
  readonly scanned: ScannedSlide;
  readonly relations: ReadonlyMap<string, Relation>;
}

/** Words of the drawings of a slide, in their order. */
const drawingsOf = (parts: Parts, { relations }: OpenedSlide): ScannedSlide[] =>
  [...relations.values()]
    .filter(({ type }) => type.endsWith("/diagramDrawing"))
    .map(({ path }) => scanSlide(textOf(parts, path)));

/**
 * Reads a .pptx: each slide's title, words, tables and pictures in their order, hidden slides left out. Dress,
 * movement, notes, films and charts stay behind. Runs in a worker; tests call it here.
 */
export const parseSlides = (bytes: Uint8Array): Result<SlideShow, SlidesFailure> => {
  if (bytes.length > SLIDE_LIMITS.bytes) return err({ type: "slides-too-large" });
  const texts = partsOf(bytes, SLIDE_LIMITS.texts, (path) => TEXTS.test(path));
  if (texts === undefined) return err({ type: "not-slides" });
  const { paths, area } = orderOf(texts);
  const opened = paths
    .map((path) => ({
      scanned: scanSlide(textOf(texts, path)),
      relations: relationsOf(texts, path),
    }))
    .filter(({ scanned }) => !scanned.hidden);
  if (opened.length === 0) return err({ type: "not-slides" });

  const pathOf = (slide: OpenedSlide, block: ScannedSlide["blocks"][number]): string | undefined =>
    block.type === "picture" && (block.area === 0 || block.area / area >= ORNAMENT)
      ? slide.relations.get(block.relation)?.path
      : undefined;
  const named = new Set(
    opened.flatMap((slide) => slide.scanned.blocks.flatMap((block) => pathOf(slide, block) ?? [])),
  );
  const showable = new Set([...named].filter((path) => mimeOf(path) !== undefined));
  const media =
    showable.size === 0
      ? undefined
      : partsOf(bytes, SLIDE_LIMITS.pictures, (path) => showable.has(path.toLowerCase()));
  const places = new Map<string, number>();
  const pictures: SlidePicture[] = [];
  for (const [path, part] of media ?? []) {
    places.set(path, pictures.length);
    pictures.push({ mime: mimeOf(path) ?? "", bytes: new Uint8Array(part) });
  }

  const slides = opened.map((slide): Slide => {
    const drawings = drawingsOf(texts, slide);
    const blocks = slide.scanned.blocks.flatMap((block): readonly SlideBlock[] => {
      if (block.type === "line" || block.type === "table") return [block];
      if (block.type === "drawing") {
        return (drawings.shift()?.blocks ?? []).filter((one) => one.type === "line");
      }
      const picture = places.get(pathOf(slide, block) ?? "");
      return picture === undefined ? [] : [{ type: "picture", picture }];
    });
    return { title: slide.scanned.title, blocks };
  });
  return ok({ slides, pictures, unshown: named.size - pictures.length });
};
