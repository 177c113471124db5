/** The mark: an ink page with five tabs at its edge. Below 20 px the lines of text are dropped. */
export const Mark = ({ size = 28 }: { readonly size?: number }) => (
  <svg aria-hidden="true" width={size} height={size} viewBox="0 0 28 28">
    <path d="M2 3a2 2 0 0 1 2-2h15v26H4a2 2 0 0 1-2-2z" fill="currentColor" />
    {size < 20 ? null : (
      <path d="M6.5 9.5h8M6.5 14h8M6.5 18.5h5" stroke="var(--desk)" strokeWidth="2" />
    )}
    <g transform="translate(1 0)">
      <path d="M18 1h8v4.4h-8z" fill="var(--c1)" />
      <path d="M18 6.4h8v4.4h-8z" fill="var(--c2)" />
      <path d="M18 11.8h8v4.4h-8z" fill="var(--c3)" />
      <path d="M18 17.2h8v4.4h-8z" fill="var(--c4)" />
      <path d="M18 22.6h8V27h-8z" fill="var(--c5)" />
    </g>
  </svg>
);
