import type { Instant } from "@dianbo/shared/clock";
import { MoreHorizontal } from "lucide-react";
import { useState } from "react";
import type { DownloadsDoor } from "../../app/downloads-door.ts";
import { Button } from "../../design/button.tsx";
import { DigitBlock, NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import type { PlacedRow } from "./day-content.ts";
import css from "./downloads.module.css";
import { RowState } from "./row-state.tsx";
import { rowInWords } from "./row-words.ts";

/** What a row needs besides itself. */
export interface RowSurroundings {
  readonly door: DownloadsDoor;
  readonly now: Instant;
  /** Set where rows wait for the night. */
  readonly nightFrom: number | undefined;
  /** The rows before and after it among those that wait. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** The number of its item in this library. */
  readonly number: number | undefined;
  readonly inLibrary: boolean;
}

const LINK_ONLY: ReadonlySet<string> = new Set(["protected", "live", "endless"]);

type Act = {
  readonly name: keyof ReturnType<typeof useWords>["downloads"]["acts"];
  readonly run: () => void;
};

const actsOf = ({ row, standing }: PlacedRow, around: RowSurroundings): readonly Act[] => {
  const { door, before, after } = around;
  const drop: Act = { name: "drop", run: () => void door.drop(row.id) };
  const goOn: Act = { name: "goOn", run: () => void door.goOn(row.id) };
  const link: Act = { name: "link", run: () => void window.open(row.url, "_blank", "noopener") };
  const moves: readonly Act[] = [
    ...(before === undefined
      ? []
      : [{ name: "up", run: () => void door.exchange(row.id, before) } as const]),
    ...(after === undefined
      ? []
      : [{ name: "down", run: () => void door.exchange(row.id, after) } as const]),
  ];
  switch (standing) {
    case "running":
      return [{ name: "pause", run: () => void door.pause(row.id) }, drop, link];
    case "waiting":
      return [...moves, { name: "pause", run: () => void door.pause(row.id) }, drop, link];
    case "paused":
      // Where all stands still, one row has nothing to go on with.
      return row.paused ? [goOn, ...moves, drop, link] : [...moves, drop, link];
    case "cut":
      return [drop, link];
    case "refused":
      return [link, { name: "inbox", run: () => location.assign("#/inbox") }];
    case "held":
      return [
        around.inLibrary
          ? { name: "item", run: () => location.assign(`#/library/${row.id}`) }
          : { name: "inbox", run: () => location.assign("#/inbox") },
        link,
      ];
  }
};

/** One download: what it is, how it stands, what can be done. */
export const DownloadRowView = ({
  placed,
  around,
}: {
  readonly placed: PlacedRow;
  readonly around: RowSurroundings;
}) => {
  const words = useWords();
  const { downloads, inbox } = words;
  const [open, setOpen] = useState(false);
  const { row, standing } = placed;
  const said = [
    row.publisher ?? row.portal,
    ...rowInWords(placed, around.now, around.nightFrom, words),
  ];
  const isLink = row.file?.state === "failed" && LINK_ONLY.has(row.file.reason);
  const retries = (standing === "cut" || standing === "refused") && !isLink;
  const needsLeave = row.file?.state === "failed" && row.file.reason === "no-permission";
  return (
    <li className={css.row}>
      <div className={css.line}>
        {row.category === undefined ? (
          <span className={css.noShelf} title={downloads.day.unfiled}>
            ?
          </span>
        ) : around.number === undefined ? (
          <DigitBlock digit={row.category} />
        ) : (
          <NumberTag number={around.number} size="s" />
        )}
        <div className={css.what}>
          <b className={`clip ${css.title ?? ""}`} title={row.title}>
            {row.title}
          </b>
          <span className={`small clip ${css.why ?? ""}`} title={said.slice(1).join(" · ")}>
            {said.join(" · ")}
          </span>
        </div>
        <RowState placed={placed} />
        <span className={css.act}>
          {retries ? (
            <Button
              look="text"
              aria-label={downloads.actOf(
                needsLeave ? inbox.allow : downloads.acts.retry,
                row.title,
              )}
              onClick={() => void around.door.goOn(row.id)}
            >
              {needsLeave ? inbox.allow : downloads.acts.retry}
            </Button>
          ) : null}
          {isLink ? (
            <a className="btn text" href={row.url} target="_blank" rel="noopener noreferrer">
              {downloads.acts.link}
            </a>
          ) : null}
          <Button
            look="text"
            className={css.more ?? ""}
            aria-label={downloads.moreOf(row.title)}
            aria-expanded={open}
            icon={<MoreHorizontal size={20} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => setOpen(!open)}
          />
        </span>
      </div>
      {open ? (
        <div className={css.acts}>
          {actsOf(placed, around).map(({ name, run }) => (
            <Button
              key={name}
              aria-label={downloads.actOf(downloads.acts[name], row.title)}
              onClick={() => {
                setOpen(false);
                run();
              }}
            >
              {downloads.acts[name]}
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  );
};
