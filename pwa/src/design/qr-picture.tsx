import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { useMemo } from "react";

/** The white rim that a QR code needs; ISO/IEC 18004, 6.3.8. Squares. */
export const QR_RIM = 4;

/** How much of a QR code may be lost: L 7 %, M 15 %. */
export type QrLevel = "L" | "M";

/** A QR code for paper: it grows with the place that its class gives it. */
export const QrPicture = ({
  text,
  name,
  level = "M",
  className,
}: {
  readonly text: string;
  /** What it is, for readers of the screen. */
  readonly name: string;
  readonly level?: QrLevel;
  readonly className?: string | undefined;
}) => {
  const drawn = useMemo(() => {
    const bitmap = generate(text, { minCorrectionLevel: correction[level] });
    return { size: bitmap.size, path: toSvgPath(bitmap) };
  }, [text, level]);
  const edge = drawn.size + 2 * QR_RIM;
  return (
    <svg
      className={className}
      role="img"
      aria-label={name}
      viewBox={`${-QR_RIM} ${-QR_RIM} ${edge} ${edge}`}
      shapeRendering="crispEdges"
    >
      <rect x={-QR_RIM} y={-QR_RIM} width={edge} height={edge} fill="#fff" />
      <path d={drawn.path} fill="#000" />
    </svg>
  );
};
