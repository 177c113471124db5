import {
  ArrowDownToLine,
  Ban,
  Check,
  Hourglass,
  type LucideIcon,
  Pause,
  Unplug,
} from "lucide-react";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import type { PlacedRow, Standing } from "./day-content.ts";
import css from "./downloads.module.css";
import { shareOf } from "./row-words.ts";

/** Icon and tone of each standing; the words say it too. */
export const LOOKS: Readonly<
  Record<Standing, { readonly icon: LucideIcon; readonly tone: string }>
> = {
  running: { icon: ArrowDownToLine, tone: "" },
  cut: { icon: Unplug, tone: "warn" },
  refused: { icon: Ban, tone: "bad" },
  paused: { icon: Pause, tone: "" },
  waiting: { icon: Hourglass, tone: "" },
  held: { icon: Check, tone: "ok" },
};

/** A row's bar, figure and word. */
export const RowState = ({ placed }: { readonly placed: PlacedRow }) => {
  const { downloads: words, inbox } = useWords();
  const { row, standing } = placed;
  const share = standing === "held" ? undefined : shareOf(row);
  const { icon: Sign, tone } = LOOKS[standing];
  const received = row.file?.state === "downloading" ? row.file.received : row.reached?.received;
  const figure =
    standing === "held"
      ? row.size === undefined
        ? ""
        : sizeInWords(row.size)
      : share !== undefined
        ? words.percent(Math.floor(share * 100))
        : received === undefined || received === 0
          ? "—"
          : sizeInWords(received);
  const word =
    row.file?.state === "failed" && standing !== "held"
      ? inbox.failed[row.file.reason]
      : standing === "cut" || standing === "refused"
        ? ""
        : words.states[standing];
  return (
    <>
      {share === undefined ? null : (
        <span
          className={`${css.bar ?? ""} ${standing === "cut" ? (css.cut ?? "") : ""}`}
          aria-hidden="true"
        >
          <i style={{ width: `${Math.round(share * 100)}%` }} />
        </span>
      )}
      <span className={`n ${css.figure ?? ""}`}>{figure}</span>
      <span className={`st ${tone} ${css.state ?? ""}`}>
        <Sign size={18} strokeWidth={1.75} aria-hidden="true" />
        {word}
      </span>
    </>
  );
};
