import { ArrowLeft } from "lucide-react";
import { Icon } from "./icon.tsx";

/** The arrow before a room's heading; it leads to the room that this one belongs to. */
export const BackLink = ({
  to,
  name,
}: {
  /** An address of the office, `#/settings`. */
  readonly to: string;
  /** Where it leads, for readers: an arrow alone says nothing. */
  readonly name: string;
}) => (
  <a className="btn text" href={to} aria-label={name} title={name}>
    <Icon of={ArrowLeft} />
  </a>
);
