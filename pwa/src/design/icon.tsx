import type { LucideIcon } from "lucide-react";

/** A picture beside a word, never alone: so readers skip it. 20 px, 18 in rows, 24 in the rail's door. */
export const Icon = ({
  of: Shape,
  size = 20,
}: {
  readonly of: LucideIcon;
  readonly size?: 16 | 18 | 20 | 24;
}) => <Shape className="i" size={size} strokeWidth={1.75} aria-hidden="true" />;
