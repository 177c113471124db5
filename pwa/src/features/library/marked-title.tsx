import type { Span } from "@dianbo/shared/search";
import type { ReactNode } from "react";

/** A title with the found places under the marker. Overlapping places are marked once. */
export const MarkedTitle = ({
  title,
  spans,
}: {
  readonly title: string;
  readonly spans: readonly Span[];
}) => {
  if (spans.length === 0) return <>{title}</>;
  const characters = [...title];
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
