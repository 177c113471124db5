import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { useMemo } from "react";

/** A text as a QR code. */
export const CodePicture = ({
  text,
  name,
  className,
}: {
  readonly text: string;
  readonly name: string;
  readonly className: string | undefined;
}) => {
  const drawn = useMemo(() => {
    const bitmap = generate(text, { minCorrectionLevel: correction.M });
    return { size: bitmap.size, path: toSvgPath(bitmap) };
  }, [text]);
  return (
    <svg
      className={className}
      role="img"
      aria-label={name}
      viewBox={`-4 -4 ${drawn.size + 8} ${drawn.size + 8}`}
      shapeRendering="crispEdges"
    >
      <rect x={-4} y={-4} width={drawn.size + 8} height={drawn.size + 8} fill="#fff" />
      <path d={drawn.path} fill="#000" />
    </svg>
  );
};
