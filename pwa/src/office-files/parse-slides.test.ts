import { writeContainer } from "@dianbo/shared/sharing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSlides } from "./parse-slides.ts";
import { scanSlide } from "./scan-slide.ts";

const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const A = 'xmlns:a="a" xmlns:p="p" xmlns:mc="mc"';
const paragraph = (text: string, level = 0): string =>
  `<a:p><a:pPr lvl="${level}"/><a:r><a:t>${text}</a:t></a:r></a:p>`;
const shape = (holder: string, ...paragraphs: readonly string[]): string =>
  `<p:sp><p:nvSpPr><p:nvPr>${holder}</p:nvPr></p:nvSpPr><p:txBody>${paragraphs.join("")}</p:txBody></p:sp>`;
const picture = (relation: string, side: number): string =>
  `<p:pic><p:blipFill><a:blip r:embed="${relation}"/></p:blipFill><p:spPr><a:xfrm><a:ext cx="${side}" cy="${side}"/></a:xfrm></p:spPr></p:pic>`;
const slide = (content: string, attributes = ""): string =>
  `<?xml version="1.0"?><p:sld ${A} ${R} ${attributes}><p:cSld><p:spTree>${content}</p:spTree></p:cSld></p:sld>`;
const relations = (lines: Readonly<Record<string, string>>): string =>
  `<Relationships>${Object.entries(lines)
    .map(([id, target]) => {
      const type = target.includes("drawing") ? "x/diagramDrawing" : "x/other";
      return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
    })
    .join("")}</Relationships>`;

const pptx = (
  slides: readonly string[],
  more: Readonly<Record<string, string>> = {},
  order = slides.map((_, at) => at),
): Uint8Array =>
  writeContainer(
    new Map(
      Object.entries({
        "ppt/presentation.xml": `<p:presentation ${A} ${R}><p:sldIdLst>${order
          .map((at) => `<p:sldId id="${256 + at}" r:id="r${at}"/>`)
          .join("")}</p:sldIdLst><p:sldSz cx="1000" cy="1000"/></p:presentation>`,
        "ppt/_rels/presentation.xml.rels": relations(
          Object.fromEntries(slides.map((_, at) => [`r${at}`, `slides/slide${at + 1}.xml`])),
        ),
        ...Object.fromEntries(slides.map((text, at) => [`ppt/slides/slide${at + 1}.xml`, text])),
        ...more,
      }).map(([name, text]) => [name, new TextEncoder().encode(text)]),
    ),
  );
const read = (bytes: Uint8Array) => {
  const show = parseSlides(bytes);
  if (!show.ok) throw new Error(show.error.type);
  return show.value;
};

describe("slides", () => {
  test("are read in the order in which they are shown; a hidden one is left out", () => {
    const show = read(
      pptx(
        [
          slide(shape('<p:ph type="title"/>', paragraph("后放"))),
          slide(shape('<p:ph type="ctrTitle"/>', paragraph("先放"), paragraph("第二行"))),
          slide(shape("", paragraph("藏着的")), 'show="0"'),
        ],
        {},
        [1, 2, 0],
      ),
    );
    expect(show.slides.map(({ title }) => title)).toEqual(["先放 第二行", "后放"]);
  });

  test("keep words with their depth, tables and pictures in their order; page numbers go", () => {
    const table =
      "<a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>月份</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl>";
    const show = read(
      pptx(
        [
          slide(
            [
              shape('<p:ph type="body"/>', paragraph("一"), paragraph("一之一", 1), paragraph(" ")),
              picture("rId2", 500),
              `<p:graphicFrame>${table}</p:graphicFrame>`,
              shape('<p:ph type="sldNum"/>', paragraph("7")),
            ].join(""),
          ),
        ],
        {
          "ppt/slides/_rels/slide1.xml.rels": relations({ rId2: "../media/image1.PNG" }),
          "ppt/media/image1.PNG": "png",
        },
      ),
    );
    expect(show.slides[0]?.blocks).toEqual([
      { type: "line", text: "一", level: 0 },
      { type: "line", text: "一之一", level: 1 },
      { type: "picture", picture: 0 },
      { type: "table", rows: [["月份"]] },
    ]);
    expect(show.pictures.map(({ mime }) => mime)).toEqual(["image/png"]);
  });

  test("an ornament is passed over, one that no browser shows is counted, and what is written for old programs is not read twice", () => {
    const show = read(
      pptx(
        [
          slide(
            `${picture("rId1", 50)}${picture("rId2", 900)}<mc:AlternateContent><mc:Choice>${shape("", paragraph("新"))}</mc:Choice><mc:Fallback>${shape("", paragraph("旧"))}</mc:Fallback></mc:AlternateContent>`,
          ),
        ],
        {
          "ppt/slides/_rels/slide1.xml.rels": relations({
            rId1: "../media/logo.png",
            rId2: "../media/drawing.emf",
          }),
          "ppt/media/logo.png": "png",
          "ppt/media/drawing.emf": "emf",
        },
      ),
    );
    expect(show.slides[0]?.blocks).toEqual([{ type: "line", text: "新", level: 0 }]);
    expect(show.pictures).toEqual([]);
    expect(show.unshown).toBe(1);
  });

  test("the words of a drawing of boxes and arrows stand where it stands", () => {
    const show = read(
      pptx(
        [
          slide(
            `${shape("", paragraph("前"))}<p:graphicFrame><dgm:relIds r:dm="rId9"/></p:graphicFrame>${shape("", paragraph("后"))}`,
          ),
        ],
        {
          "ppt/slides/_rels/slide1.xml.rels": relations({ rId3: "../diagrams/drawing1.xml" }),
          "ppt/diagrams/drawing1.xml": `<dsp:drawing><dsp:sp><dsp:txBody>${paragraph("格子")}</dsp:txBody></dsp:sp></dsp:drawing>`,
        },
      ),
    );
    expect(
      show.slides[0]?.blocks.map((block) => (block.type === "line" ? block.text : "")),
    ).toEqual(["前", "格子", "后"]);
  });

  test("what is no presentation is told", () => {
    for (const bytes of [
      new TextEncoder().encode("PK"),
      writeContainer(new Map([["word/document.xml", new Uint8Array([1])]])),
      pptx([]),
    ]) {
      expect(parseSlides(bytes)).toEqual({ ok: false, error: { type: "not-slides" } });
    }
  });

  test("property: whatever stands in a slide, reading ends, and every line has words", () => {
    const words = fc.constantFrom(
      "<a:p>",
      "</a:p>",
      "<a:t>",
      "</a:t>",
      "<p:sp>",
      "</p:sp>",
      "<",
      "党",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: "binary" }))), (parts) => {
        const { blocks } = scanSlide(parts.join(""));
        for (const block of blocks) {
          expect(block.type !== "line" || block.text.trim() !== "").toBe(true);
        }
      }),
    );
  });
});
