import type { NoticeShowing } from "@dianbo/shared/printed-sheets";
import type { Words } from "../../locales/index.ts";
import type { NoticeHead } from "./notice-sheet.tsx";
import { contentWords } from "./office-content.ts";
import { brokenLines, type MeasureText, type Stroke } from "./picture-strokes.ts";

/** Width in pixels: three to one on most telephones, so that 40 px are read as 13. */
export const PICTURE_WIDTH = 1080;
/** No picture is taller: old telephones refuse them, and nobody scrolls so far. */
const TALLEST = 12_000;

const EDGE = 64;
const RIGHT = PICTURE_WIDTH - EDGE;
const FONT = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif';
const INK = "#17211E";
const PINE = "#1D4A40";
const SOFT = "#48544F";
const RULE = "#CBD5CB";
/** The pigments of the shelves, with the ink that stands on them; the same as tokens.css. */
const SHELF: Readonly<Record<string, readonly [ground: string, ink: string]>> = {
  1: ["#B5391F", "#FFFFFF"],
  2: ["#2C68BC", "#FFFFFF"],
  3: ["#21B49D", "#17211E"],
  4: ["#F6C621", "#17211E"],
  5: ["#471C3D", "#FFFFFF"],
};

/** A drawn notice. */
export interface NoticePicture {
  readonly width: number;
  readonly height: number;
  readonly strokes: readonly Stroke[];
}

const bold = (size: number): string => `700 ${size}px ${FONT}`;
const plain = (size: number): string => `400 ${size}px ${FONT}`;

/** The pen: what is drawn so far, and how far down the picture has come. */
interface Pen {
  readonly strokes: Stroke[];
  y: number;
}

const tagWidth = (number: number, size: number, measure: MeasureText): number =>
  measure(String(number), bold(size)) + size * 0.7;

/** A number tag whose middle stands at `y`; answers its width. */
const drawTag = (
  pen: Pen,
  number: number,
  x: number,
  y: number,
  size: number,
  measure: MeasureText,
): number => {
  const digits = String(number);
  const [ground, ink] = SHELF[digits.charAt(0)] ?? [INK, "#FFFFFF"];
  const block = measure(digits.charAt(0), bold(size)) + size * 0.36;
  pen.strokes.push(
    {
      type: "box",
      x,
      y: y - size * 0.62,
      width: block,
      height: size * 1.24,
      radius: size * 0.1,
      fill: ground,
      line: undefined,
    },
    {
      type: "text",
      x: x + block / 2,
      y: y + size * 0.36,
      text: digits.charAt(0),
      font: bold(size),
      ink,
      align: "center",
    },
    {
      type: "text",
      x: x + block + size * 0.12,
      y: y + size * 0.36,
      text: digits.slice(1),
      font: bold(size),
      ink: INK,
      align: "left",
    },
  );
  return tagWidth(number, size, measure);
};

const drawRound = (pen: Pen, number: number, x: number, y: number, size: number): number => {
  const width = size * 1.7;
  pen.strokes.push(
    {
      type: "box",
      x,
      y: y - width / 2,
      width,
      height: width,
      radius: width / 2,
      fill: INK,
      line: undefined,
    },
    {
      type: "text",
      x: x + width / 2,
      y: y + size * 0.36,
      text: String(number),
      font: bold(size),
      ink: "#FFFFFF",
      align: "center",
    },
  );
  return width + size * 0.35;
};

/** Words in lines of one width, from the pen downwards. */
const drawWords = (
  pen: Pen,
  text: string,
  at: { readonly x: number; readonly width: number; readonly most: number },
  font: string,
  size: number,
  measure: MeasureText,
): void => {
  for (const line of brokenLines(text, font, at.width, at.most, measure)) {
    pen.strokes.push({
      type: "text",
      x: at.x,
      y: pen.y + size,
      text: line,
      font,
      ink: INK,
      align: "left",
    });
    pen.y += size * 1.35;
  }
};

const drawShowing = (
  pen: Pen,
  showing: NoticeShowing,
  words: Words["printedSheets"],
  measure: MeasureText,
): void => {
  const { content } = showing;
  const top = pen.y;
  const dateWidth = 300;
  pen.strokes.push(
    {
      type: "box",
      x: EDGE,
      y: top,
      width: dateWidth,
      height: 150,
      radius: 12,
      fill: undefined,
      line: INK,
    },
    {
      type: "text",
      x: EDGE + 76,
      y: top + 112,
      text: words.dayOf(showing.date),
      font: bold(100),
      ink: INK,
      align: "center",
    },
    {
      type: "text",
      x: EDGE + 150,
      y: top + 66,
      text: words.monthOf(showing.date),
      font: plain(42),
      ink: INK,
      align: "left",
    },
    {
      type: "text",
      x: EDGE + 150,
      y: top + 120,
      text: words.weekday(showing.date),
      font: plain(42),
      ink: INK,
      align: "left",
    },
  );
  const x = EDGE + dateWidth + 40;
  pen.y = top - 4;
  const when = [showing.start === undefined ? "" : words.hour(showing.start), showing.place ?? ""]
    .filter(Boolean)
    .join("　");
  if (when !== "") {
    drawWords(pen, when, { x, width: RIGHT - x, most: 2 }, bold(58), 58, measure);
    pen.y += 10;
  }
  const lines = content.type === "menu" ? content.lines : [];
  let from = x;
  if (content.type === "menu" && content.number !== undefined) {
    from += drawRound(pen, content.number, x, pen.y + 32, 42);
  }
  const isMenu = content.type === "menu";
  drawWords(
    pen,
    isMenu ? content.name : contentWords(showing, words),
    { x: from, width: RIGHT - from, most: 3 },
    plain(46),
    46,
    measure,
  );
  const more = isMenu
    ? [
        words.notice.total(content.minutes),
        showing.branch ?? "",
        showing.mustPlay ? words.notice.mustPlay : "",
      ].filter(Boolean)
    : [];
  if (more.length > 0) {
    drawWords(
      pen,
      more.join(" · "),
      { x: from, width: RIGHT - from, most: 2 },
      plain(40),
      40,
      measure,
    );
  }
  pen.y = Math.max(pen.y, top + 150) + 28;
  for (const line of lines) {
    pen.strokes.push({
      type: "box",
      x: EDGE,
      y: pen.y - 14,
      width: RIGHT - EDGE,
      height: 2,
      radius: 0,
      fill: RULE,
      line: undefined,
    });
    const minutes = line.minutes === 0 ? "" : words.minutes(line.minutes);
    const right = RIGHT - (minutes === "" ? 0 : measure(minutes, plain(42)) + 24);
    const middle = pen.y + 36;
    const left =
      line.number === undefined
        ? EDGE
        : EDGE + drawTag(pen, line.number, EDGE, middle, 50, measure) + 12;
    if (minutes !== "") {
      pen.strokes.push({
        type: "text",
        x: RIGHT,
        y: middle + 15,
        text: minutes,
        font: plain(42),
        ink: SOFT,
        align: "right",
      });
    }
    pen.y += 6;
    drawWords(pen, line.words, { x: left, width: right - left, most: 2 }, plain(48), 48, measure);
    pen.y += 32;
  }
};

/**
 * Draws the preview notice for a group chat: one column, large enough to be read without being opened.
 * `undefined` where it would be too tall for a telephone. Pure: strokes to be painted on a canvas.
 */
export const noticePicture = (
  showings: readonly NoticeShowing[],
  head: NoticeHead,
  words: Words["printedSheets"],
  measure: MeasureText,
): NoticePicture | undefined => {
  const pen: Pen = { strokes: [], y: 300 };
  pen.strokes.push(
    {
      type: "box",
      x: 0,
      y: 0,
      width: PICTURE_WIDTH,
      height: 250,
      radius: 0,
      fill: PINE,
      line: undefined,
    },
    {
      type: "text",
      x: PICTURE_WIDTH / 2,
      y: 138,
      text: words.notice.heading,
      font: bold(104),
      ink: "#FFFFFF",
      align: "center",
    },
    {
      type: "text",
      x: PICTURE_WIDTH / 2,
      y: 212,
      text: brokenLines(words.room(head.siteName), plain(44), RIGHT - EDGE, 1, measure)[0] ?? "",
      font: plain(44),
      ink: "#FFFFFF",
      align: "center",
    },
  );
  for (const [at, showing] of showings.entries()) {
    if (at > 0) {
      pen.strokes.push({
        type: "box",
        x: EDGE,
        y: pen.y,
        width: RIGHT - EDGE,
        height: 6,
        radius: 0,
        fill: INK,
        line: undefined,
      });
      pen.y += 48;
    }
    drawShowing(pen, showing, words, measure);
    if (pen.y > TALLEST) return undefined;
  }
  pen.y += 12;
  const foot = [
    words.notice.pictureFoot,
    ...(head.phone === "" ? [] : [words.notice.phone(head.phone)]),
    [head.host === "" ? "" : words.notice.host(head.host), words.date(head.today)]
      .filter(Boolean)
      .join("　"),
  ];
  const footTop = pen.y;
  pen.y += 26;
  const texts: Pen = { strokes: [], y: pen.y };
  for (const [at, line] of foot.entries()) {
    const font = at === 0 ? bold(46) : plain(40);
    drawWords(
      texts,
      line,
      { x: EDGE, width: RIGHT - EDGE, most: 2 },
      font,
      at === 0 ? 46 : 40,
      measure,
    );
  }
  const height = Math.ceil(texts.y + 30);
  pen.strokes.push(
    {
      type: "box",
      x: 0,
      y: footTop,
      width: PICTURE_WIDTH,
      height: height - footTop,
      radius: 0,
      fill: "#E3EAE2",
      line: undefined,
    },
    ...texts.strokes,
  );
  return height > TALLEST ? undefined : { width: PICTURE_WIDTH, height, strokes: pen.strokes };
};
