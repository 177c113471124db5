/** lucide's `play` and `delete` (ISC), copied out: the package's runtime weighs more than the two drawings. */
const DRAWINGS = {
  play: "M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z",
  delete:
    "M10 5a2 2 0 0 0-1.344.519l-6.328 5.74a1 1 0 0 0 0 1.481l6.328 5.741A2 2 0 0 0 10 19h10a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2zm2 4 6 6m0-6-6 6",
} as const;

/** A drawing beside a word of the room. */
export const RoomIcon = ({ name }: { readonly name: keyof typeof DRAWINGS }) => (
  <svg
    className="room-icon"
    aria-hidden="true"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={DRAWINGS[name]} />
  </svg>
);
