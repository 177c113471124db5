/** One stroke of the picture; lengths in pixels, text from its baseline. */
export type Stroke =
  | {
      readonly type: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly font: string;
      readonly ink: string;
      readonly align: "left" | "center" | "right";
    }
  | {
      readonly type: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: string | undefined;
      readonly line: string | undefined;
    };

/** How wide a text is set in a font, in pixels. */
export type MeasureText = (text: string, font: string) => number;

/** Breaks a text into lines of a width, character by character as Chinese does; the last one is cut with 「…」. */
export const brokenLines = (
  text: string,
  font: string,
  width: number,
  most: number,
  measure: MeasureText,
): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (const character of text) {
    if (line !== "" && measure(line + character, font) > width) {
      lines.push(line);
      line = "";
      if (lines.length === most) break;
    }
    line += character;
  }
  if (lines.length < most) return line === "" ? lines : [...lines, line];
  let last = [...(lines[most - 1] ?? "")];
  while (last.length > 0 && measure(`${last.join("")}…`, font) > width) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.join("")}…`];
};
