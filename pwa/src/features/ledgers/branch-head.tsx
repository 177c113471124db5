import type { Branch } from "@dianbo/shared/session";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { BackLink } from "../../design/back-link.tsx";
import { Icon } from "../../design/icon.tsx";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";

/** The head of a room that names people: whose branch, what else is chosen, and that the names stay here. */
export const BranchHead = ({
  title,
  pickName,
  branches,
  branch,
  choose,
  stays,
  children,
  act,
}: {
  readonly title: string;
  /** What readers call the choice of a branch. */
  readonly pickName: string;
  readonly branches: readonly Branch[];
  /** `undefined` where the site has no branch. */
  readonly branch: Branch | undefined;
  readonly choose: (id: string) => void;
  readonly stays: string;
  /** Further choices. */
  readonly children?: ReactNode;
  /** What can be done with the whole of it. */
  readonly act?: ReactNode;
}) => {
  const { back } = useLedgerWords();
  return (
    <div className="head">
      <BackLink to="#/ledgers" name={back} />
      <h1>{title}</h1>
      {branch === undefined ? null : (
        <>
          <select
            className={`field ${css.pick ?? ""}`}
            aria-label={pickName}
            value={branch.id}
            onChange={(event) => choose(event.target.value)}
          >
            {branches.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          {children}
        </>
      )}
      <span className={`small end ${css.stays ?? ""}`}>
        <Icon of={Lock} size={18} /> {stays}
      </span>
      {branch === undefined ? null : act}
    </div>
  );
};
