import type { NoticePicture } from "./notice-picture.ts";
import type { MeasureText, Stroke } from "./picture-strokes.ts";

const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D | undefined =>
  canvas.getContext("2d") ?? undefined;

/** Measures text as this browser sets it. */
export const measureOnCanvas = (): MeasureText => {
  const context = contextOf(document.createElement("canvas"));
  return (text, font) => {
    if (context === undefined) return 0;
    context.font = font;
    return context.measureText(text).width;
  };
};

const paint = (context: CanvasRenderingContext2D, stroke: Stroke): void => {
  switch (stroke.type) {
    case "text":
      context.font = stroke.font;
      context.fillStyle = stroke.ink;
      context.textAlign = stroke.align;
      context.fillText(stroke.text, stroke.x, stroke.y);
      return;
    case "box":
      context.beginPath();
      context.roundRect(stroke.x, stroke.y, stroke.width, stroke.height, stroke.radius);
      if (stroke.fill !== undefined) {
        context.fillStyle = stroke.fill;
        context.fill();
      }
      if (stroke.line !== undefined) {
        context.strokeStyle = stroke.line;
        context.lineWidth = 5;
        context.stroke();
      }
  }
};

/** Paints a picture as PNG; `undefined` where the browser has no canvas of that size. */
export const paintPicture = async (picture: NoticePicture): Promise<Blob | undefined> => {
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = contextOf(canvas);
  if (context === undefined) return undefined;
  context.fillStyle = "#FFFFFF";
  context.fillRect(0, 0, picture.width, picture.height);
  for (const stroke of picture.strokes) paint(context, stroke);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/png"));
};
