import { Mark } from "@dianbo/pwa/design/mark.tsx";
import type { Words } from "../../locales/index.ts";
import styles from "./welcome.module.css";

const PUZZLE = "M4 8h4.2a2.6 2.6 0 1 1 5 0H17v4.2a2.6 2.6 0 1 1 0 5V21H4z";
const PIN = "M9 3h6l-1 6 3 3v2h-4.2v5.5L12 21l-.8-1.5V14H7v-2l3-3z";

/** The browser's toolbar with the puzzle piece pressed and our row under it, the pin in sight. */
export const ToolbarPicture = ({ words }: { readonly words: Words["welcome"]["pin"] }) => (
  <svg className={styles["picture"]} viewBox="0 0 320 150" role="img" aria-label={words.picture}>
    <rect x="1" y="1" width="318" height="42" rx="8" className={styles["bar"]} />
    <rect x="14" y="11" width="206" height="22" rx="11" className={styles["paper"]} />
    <circle cx="249" cy="22" r="17" className={styles["marked"]} />
    <path d={PUZZLE} transform="translate(238 9.5)" className={styles["glyph"]} />
    <circle cx="296" cy="14" r="2" className={styles["dot"]} />
    <circle cx="296" cy="22" r="2" className={styles["dot"]} />
    <circle cx="296" cy="30" r="2" className={styles["dot"]} />
    <rect x="90" y="52" width="212" height="92" rx="8" className={styles["menu"]} />
    <text x="106" y="78" className={styles["menuHead"]}>
      {words.menu}
    </text>
    <path d="M90 90h212" className={styles["line"]} />
    <g transform="translate(106 103)">
      <Mark size={24} />
    </g>
    <text x="140" y="122" className={styles["menuRow"]}>
      {words.name}
    </text>
    <circle cx="276" cy="117" r="17" className={styles["marked"]} />
    <path d={PIN} transform="translate(264 105)" className={styles["glyph"]} />
  </svg>
);
