/** What one step's picture shows. Drawn by us, so that every browser's pages look alike and none is copied. */
export type Picture =
  | { readonly kind: "unpack"; readonly disk: string; readonly folder: string }
  | { readonly kind: "keep-file"; readonly disk: string; readonly file: string }
  | { readonly kind: "address"; readonly address: string }
  | {
      readonly kind: "switch";
      readonly address: string;
      readonly mode: string;
      readonly load: string;
      /** Where the browser keeps its switch: at the right above, or in the column on the left. */
      readonly side: "left" | "right";
    }
  | {
      readonly kind: "preference";
      readonly address: string;
      readonly name: string;
      readonly value: string;
    }
  | { readonly kind: "gear"; readonly address: string; readonly item: string }
  | { readonly kind: "choose"; readonly name: string; readonly button: string };

const text = (x: number, y: number, words: string, more = ""): string =>
  `<text x="${x}" y="${y}"${more}>${words}</text>`;

const box = (x: number, y: number, width: number, height: number, kind: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" class="${kind}"/>`;

/** English words of the switch keep off its knob, whatever letters the PC has. */
const NARROWED = ' textLength="84" lengthAdjust="spacingAndGlyphs"';

/** Where to look and press. */
const ring = (x: number, y: number, width: number, height: number): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" class="ring"/>`;

const windowWith = (address: string, inside: string, isAddressRinged = false): string =>
  box(1, 1, 268, 158, "paper") +
  `<path d="M1 30h268" class="line"/>` +
  box(34, 7, 200, 17, "field") +
  `<path d="M20 10l-6 5.500l6 5.500" class="stroke"/>` +
  text(42, 20, address, ' class="code"') +
  (isAddressRinged ? ring(30, 3, 208, 25) : "") +
  inside;

const folder = (x: number, y: number, scale: number): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M0 4a3 3 0 0 1 3-3h11l4 5h19a3 3 0 0 1 3 3v20a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3z" class="folder"/></g>`;

const sheet = (x: number, y: number): string =>
  `<path d="M${x} ${y}h24l10 10v34h-34z" class="paper"/><path d="M${x + 24} ${y}v10h10" class="stroke"/>`;

const row = (y: number): string => box(20, y, 230, 12, "quiet");

const drawing = (picture: Picture): string => {
  switch (picture.kind) {
    case "unpack":
      return (
        sheet(26, 44) +
        text(43, 76, "zip", ' class="code" text-anchor="middle"') +
        `<path d="M74 68h34m-8-7l8 7l-8 7" class="stroke"/>` +
        box(122, 22, 146, 116, "paper") +
        text(132, 42, picture.disk, ' class="code"') +
        `<path d="M122 50h146" class="line"/>` +
        folder(170, 60, 1.25) +
        text(195, 124, picture.folder, ' text-anchor="middle" class="strong"')
      );
    case "keep-file":
      return (
        box(1, 22, 268, 116, "paper") +
        text(14, 42, picture.disk, ' class="code"') +
        `<path d="M1 50h268" class="line"/>` +
        sheet(118, 58) +
        text(135, 90, "zip", ' class="code" text-anchor="middle"') +
        text(135, 124, picture.file, ' text-anchor="middle" class="code"')
      );
    case "address":
      return windowWith(picture.address, row(48) + row(70) + row(92) + row(114), true);
    case "switch": {
      const isLeft = picture.side === "left";
      const mode = isLeft ? { x: 12, y: 126 } : { x: 136, y: 40 };
      const load = isLeft ? { x: 148, y: 80, width: 112 } : { x: 14, y: 82, width: 128 };
      return windowWith(
        picture.address,
        `<path d="${isLeft ? "M138 30v129" : "M1 68h268"}" class="line"/>` +
          text(mode.x, mode.y + 12, picture.mode, picture.mode.length > 8 ? NARROWED : "") +
          box(mode.x + 92, mode.y + 1, 26, 14, "on") +
          `<circle cx="${mode.x + 111}" cy="${mode.y + 8}" r="5" class="knob"/>` +
          ring(mode.x - 6, mode.y - 5, 130, 26) +
          box(load.x, load.y, load.width, 26, "button") +
          text(
            load.x + load.width / 2,
            load.y + 17,
            picture.load,
            ' text-anchor="middle" class="strong"',
          ) +
          ring(load.x - 5, load.y - 5, load.width + 10, 36),
      );
    }
    case "preference":
      return windowWith(
        picture.address,
        box(14, 44, 242, 22, "field") +
          text(22, 59, picture.name, ' class="code"') +
          `<path d="M1 80h268" class="line"/>` +
          text(14, 108, picture.name, ' class="code strong"') +
          text(14, 132, picture.value, ' class="code strong"') +
          ring(8, 117, 52, 22),
      );
    case "gear":
      return windowWith(
        picture.address,
        `<circle cx="234" cy="50" r="8" class="stroke"/><circle cx="234" cy="50" r="3" class="stroke"/>` +
          `<path d="M234 38v4m0 16v4m-12-12h4m16 0h4m-20.500-8.500l2.800 2.800m11.400 11.400l2.800 2.800m0-17l-2.800 2.800m-11.400 11.400l-2.800 2.800" class="stroke"/>` +
          ring(217, 33, 34, 34) +
          box(70, 74, 182, 62, "paper") +
          box(82, 84, 90, 10, "quiet") +
          text(82, 122, picture.item, ' class="strong"') +
          ring(74, 104, 174, 28),
      );
    case "choose":
      return (
        box(1, 12, 268, 138, "paper") +
        `<path d="M1 34h268" class="line"/>` +
        text(12, 28, "D:", ' class="code"') +
        box(12, 46, 246, 28, "chosen") +
        (picture.name.endsWith(".zip")
          ? `<g transform="translate(22 51) scale(.4)">${sheet(0, 0)}</g>`
          : folder(20, 51, 0.5)) +
        text(50, 64, picture.name, ' class="strong"') +
        box(12, 84, 150, 10, "quiet") +
        box(148, 114, 110, 26, "go") +
        text(203, 131, picture.button, ' text-anchor="middle" class="light"') +
        ring(143, 109, 120, 36)
      );
  }
};

/** The picture as SVG; the step's own words say all that it shows, so readers of screens pass it by. */
export const drawPicture = (picture: Picture): string =>
  `<svg viewBox="0 0 270 160" width="270" height="160" aria-hidden="true" focusable="false">${drawing(picture)}</svg>`;
