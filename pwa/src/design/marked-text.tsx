import type { ReactNode } from "react";

/** A stretch to mark: code points from `from` up to but not including `to`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A text with the found places under the marker. Overlapping places are marked once. */
export const MarkedText = ({
  text,
  spans,
}: {
  readonly text: string;
  /** In order of `from`. */
  readonly spans: readonly Stretch[];
}) => {
  if (spans.length === 0) return <>{text}</>;
  const characters = [...text];
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    parts.push(characters.slice(at, start).join(""));
    parts.push(<mark key={start}>{characters.slice(start, to).join("")}</mark>);
    at = to;
  }
  parts.push(characters.slice(at).join(""));
  return <>{parts}</>;
};
