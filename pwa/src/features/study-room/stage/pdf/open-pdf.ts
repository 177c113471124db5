import { err, ok, type Result } from "@dianbo/shared/result";
import { CharacterTables, Decoders } from "./pdf-data.ts";

/** An open PDF, page by page. */
export interface OpenPdf {
  readonly pages: number;
  /** Draws a page, counted from 1, so wide that it fills the given box; answers once it stands on the canvas. */
  draw(page: number, canvas: HTMLCanvasElement, box: PageBox): Promise<PageSize>;
  close(): void;
}

/** Where a page is to stand. CSS pixels. */
export interface PageBox {
  readonly width: number;
  readonly height: number;
  /** The whole page is to be seen, however small; else it fills the width and is read screen by screen. */
  readonly whole: boolean;
}

/** How large a drawn page is. CSS pixels. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** More would be a picture that an old graphics card cannot hold. Pixels. */
const MOST_PIXELS = 16_000_000;

/**
 * Opens a PDF with pdf.js in a worker of its own. Nothing in the file runs: no scripts, no forms, no links;
 * what it would fetch it does not get.
 */
export const openPdf = async (file: Blob): Promise<Result<OpenPdf, { type: "not-read" }>> => {
  const [{ getDocument, PDFWorker }, { default: Worker }] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker"),
  ]);
  const port = new Worker();
  const worker = PDFWorker.create({ port });
  const letGo = (): void => {
    worker.destroy();
    port.terminate();
  };
  try {
    const pdf = await getDocument({
      data: await file.arrayBuffer(),
      worker,
      CMapReaderFactory: CharacterTables,
      WasmFactory: Decoders,
      enableXfa: false,
      isEvalSupported: false,
      stopAtErrors: false,
    }).promise;
    let drawing = Promise.resolve();
    const draw = async (
      number: number,
      canvas: HTMLCanvasElement,
      box: PageBox,
    ): Promise<PageSize> => {
      const page = await pdf.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      const fitWidth = box.width / natural.width;
      const fitHeight = box.height / natural.height;
      const scale = box.whole ? Math.min(fitWidth, fitHeight) : fitWidth;
      const size = { width: natural.width * scale, height: natural.height * scale };
      const sharp = Math.min(
        window.devicePixelRatio,
        Math.sqrt(MOST_PIXELS / (size.width * size.height)),
      );
      const viewport = page.getViewport({ scale: scale * sharp });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      canvas.style.width = `${size.width}px`;
      canvas.style.height = `${size.height}px`;
      await page.render({ canvas, viewport }).promise;
      page.cleanup();
      return size;
    };
    return ok({
      pages: pdf.numPages,
      draw: (page, canvas, box) => {
        // One after the other: two drawings on one canvas would be refused.
        const drawn = drawing.then(() => draw(page, canvas, box));
        drawing = drawn.then(
          () => undefined,
          () => undefined,
        );
        return drawn;
      },
      close: () => {
        void pdf.destroy().finally(letGo);
      },
    });
  } catch {
    // Locked, cut off, or something else under this name.
    letGo();
    return err({ type: "not-read" });
  }
};
