import type { PastedRoster, RosterRemark } from "@dianbo/shared/roll-call";
import type { Branch } from "@dianbo/shared/session";
import { useState } from "react";
import { useSchedule } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { useRosterActs } from "./use-roster-acts.ts";

const REMARKS: readonly RosterRemark[] = ["twice", "held", "rare", "no-name"];
/** So many names are shown of what a remark is about. */
const NAMES_SHOWN = 6;

/** A pasted roster before it is taken: who, into which branch, what is odd, which columns stay outside. */
export const RosterPreview = ({
  pasted,
  branch,
  leave,
  taken,
}: {
  readonly pasted: PastedRoster;
  /** Where names without a branch go. */
  readonly branch: Branch | undefined;
  readonly leave: () => void;
  readonly taken: (count: number) => void;
}) => {
  const { rosterRoom: words, marks } = useLedgerWords();
  const { branches } = useSchedule();
  const acts = useRosterActs();
  const [withTwice, setWithTwice] = useState(false);
  const [state, setState] = useState<"idle" | "taking" | "failed">("idle");
  const [into, setInto] = useState(branch?.id ?? "");
  const fits = pasted.rows.filter(
    ({ remark, branch: own }) =>
      (remark === undefined || remark === "rare" || (remark === "twice" && withTwice)) &&
      (own !== "" || branches.some(({ id }) => id === into)),
  );
  const fresh = [...new Set(fits.map(({ branch: own }) => own))].filter(
    (name) => name !== "" && !branches.some((one) => one.name === name.slice(0, 40)),
  );
  const needsBranch = pasted.rows.some(({ branch: own }) => own === "");
  const take = async (): Promise<void> => {
    setState("taking");
    const kept = await acts.take(
      fits,
      branches.find(({ id }) => id === into),
    );
    if (kept) taken(fits.length);
    else setState("failed");
  };
  return (
    <>
      <p role="status">
        {words.understood(pasted.rows.filter(({ remark }) => remark !== "no-name").length)}
      </p>
      {REMARKS.map((remark) => {
        const about = pasted.rows.filter((row) => row.remark === remark);
        return about.length === 0 ? null : (
          <p key={remark} className="small">
            {words.remarkLine(about.length, words.remarks[remark])}{" "}
            <span className={css.names}>
              {about
                .slice(0, NAMES_SHOWN)
                .map(({ name }) => name)
                .join(marks.list)}
              {about.length > NAMES_SHOWN ? "…" : ""}
            </span>
          </p>
        );
      })}
      {pasted.dropped.length === 0 ? null : (
        <p className="small">{words.dropped(pasted.dropped.slice(0, 8).join(marks.list))}</p>
      )}
      {fresh.length === 0 ? null : (
        <p className="small">{words.newBranches(fresh.slice(0, 12).join(marks.list))}</p>
      )}
      {needsBranch && branches.length > 0 ? (
        <label className={css.inline}>
          {words.into}
          <select value={into} onChange={(event) => setInto(event.target.value)}>
            {branches.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {pasted.rows.some(({ remark }) => remark === "twice") ? (
        <label className={css.check}>
          <input
            type="checkbox"
            checked={withTwice}
            onChange={(event) => setWithTwice(event.target.checked)}
          />
          {words.takeTwice}
        </label>
      ) : null}
      {fits.length === 0 ? <p>{words.nobody}</p> : null}
      <div className={css.formFoot}>
        <Button
          look="go"
          disabled={fits.length === 0 || state === "taking"}
          onClick={() => void take()}
        >
          {words.take(fits.length)}
        </Button>
        <Button look="text" onClick={leave}>
          {words.cancel}
        </Button>
        <span role="alert" className={css.problem}>
          {state === "failed" ? words.notKept : ""}
        </span>
      </div>
    </>
  );
};
