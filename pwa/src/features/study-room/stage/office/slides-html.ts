import type { SlideShow } from "../../../../office-files/index.ts";
import { escaped, tableOf } from "./markup-of.ts";
import type { OfficePage } from "./office-page.ts";

type Slide = SlideShow["slides"][number];

const blockHtml = (
  block: Slide["blocks"][number],
  address: (picture: number) => string,
): string => {
  switch (block.type) {
    case "line":
      return `<p class="level${block.level}">${escaped(block.text)}</p>`;
    case "table":
      return tableOf(block.rows);
    case "picture":
      return `<img alt="" src="${address(block.picture)}">`;
  }
};

const slideHtml = ({ title, blocks }: Slide, address: (picture: number) => string): string => {
  const heading = title === "" ? "" : `<h2>${escaped(title)}</h2>`;
  const onlyPicture = blocks.length === 1 && blocks[0]?.type === "picture";
  const body = blocks.map((block) => blockHtml(block, address)).join("");
  return `<section class="${onlyPicture ? "picture" : "slide"}">${heading}${body}</section>`;
};

/** Slides as pages of large print, each slide on a page of its own. */
export const slidesHtml = ({ slides, pictures }: SlideShow): OfficePage => {
  const addresses = pictures.map(({ mime, bytes }) =>
    URL.createObjectURL(new Blob([bytes], { type: mime })),
  );
  return {
    html: slides.map((slide) => slideHtml(slide, (at) => addresses[at] ?? "")).join(""),
    release: () => {
      for (const address of addresses) URL.revokeObjectURL(address);
    },
  };
};
