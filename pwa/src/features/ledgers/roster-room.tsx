import {
  type PastedRoster,
  type Person,
  readRoster,
  rosterOf,
  shownNames,
} from "@dianbo/shared/roll-call";
import type { Branch } from "@dianbo/shared/session";
import { Plus } from "lucide-react";
import { type FormEvent, useMemo, useState } from "react";
import { useSchedule } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { FileButton } from "../../design/file-button.tsx";
import { Icon } from "../../design/icon.tsx";
import { readTable, type TableFailure } from "../../office-files/index.ts";
import { BranchHead } from "./branch-head.tsx";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { PasteBox } from "./paste-box.tsx";
import { usePersonal } from "./personal-context.tsx";
import { RosterPreview } from "./roster-preview.tsx";
import { UnlockForm } from "./unlock-form.tsx";
import { useRosterActs } from "./use-roster-acts.ts";

const AddPerson = ({
  branch,
  roster,
  say,
}: {
  readonly branch: Branch;
  readonly roster: readonly Person[];
  readonly say: (words: string) => void;
}) => {
  const words = useLedgerWords().rosterRoom;
  const acts = useRosterActs();
  const [name, setName] = useState("");
  const [asked, setAsked] = useState("");
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const [row] = readRoster([[name]], () => false).rows;
    if (row === undefined || row.remark === "no-name") return;
    if (roster.some((person) => person.name === row.name) && asked !== row.name) {
      setAsked(row.name);
      return say(words.held(row.name));
    }
    const kept = await acts.take([{ name: row.name, branch: "" }], branch);
    say(kept ? "" : words.notKept);
    if (kept) setName("");
    setAsked("");
  };
  return (
    <form className={css.addPerson} aria-label={words.add} onSubmit={(event) => void add(event)}>
      <input
        className="field"
        aria-label={words.addName}
        placeholder={words.addName}
        maxLength={30}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" icon={<Icon of={Plus} />}>
        {words.addIt}
      </Button>
    </form>
  );
};

type Bringing =
  | { readonly type: "none"; readonly failure?: TableFailure["type"] }
  | { readonly type: "open"; readonly pasted: PastedRoster };

const Roster = ({ branch }: { readonly branch: Branch | undefined }) => {
  const all = useLedgerWords();
  const words = all.rosterRoom;
  const { branches } = useSchedule();
  const { people } = usePersonal();
  const acts = useRosterActs();
  const [said, setSaid] = useState("");
  const [bringing, setBringing] = useState<Bringing>({ type: "none" });
  const roster = useMemo(
    () => (branch === undefined ? [] : rosterOf(people, branch.id)),
    [people, branch],
  );
  const names = useMemo(() => shownNames(roster), [roster]);
  const open = async (source: Blob | string): Promise<void> => {
    const read = await readTable(source);
    if (!read.ok) return setBringing({ type: "none", failure: read.error.type });
    const idOf = new Map(branches.map(({ name, id }) => [name, id]));
    const held = new Set(
      people.filter(({ until }) => until == null).map(({ branch: id, name }) => `${id} ${name}`),
    );
    const pasted = readRoster(
      read.value.sheets.find(({ rows }) => rows.length > 0)?.rows ?? [],
      (name, own) => {
        const id = own === "" ? branch?.id : idOf.get(own);
        return id !== undefined && held.has(`${id} ${name}`);
      },
    );
    setBringing({ type: "open", pasted });
  };
  return (
    <div className={css.halves}>
      <section className={`sheet ${css.people ?? ""}`} aria-label={words.title}>
        {branch === undefined ? null : (
          <>
            <div className={css.formHead}>
              <h2>{branch.name}</h2>
              <span className="small">{words.count(roster.length)}</span>
            </div>
            <AddPerson branch={branch} roster={roster} say={setSaid} />
          </>
        )}
        <p role="status" className={css.saidLine}>
          {said}
        </p>
        {roster.length === 0 ? <p className={css.emptyLine}>{words.empty}</p> : null}
        <ol className={css.nameList}>
          {roster.map((person, at) => {
            const name = names.get(person.id) ?? person.name;
            return (
              <li key={person.id}>
                <span className="n small">{at + 1}</span>
                <span className={css.personName}>{name}</span>
                <Button
                  look="text"
                  className="quiet"
                  aria-label={words.removeOf(name)}
                  onClick={() =>
                    void acts
                      .leave(person)
                      .then((kept) => setSaid(kept ? words.removed(name) : words.notKept))
                  }
                >
                  {words.remove}
                </Button>
              </li>
            );
          })}
        </ol>
      </section>
      <section className={`sheet ${css.bring ?? ""}`} aria-label={words.paste}>
        <h2>{words.paste}</h2>
        {bringing.type === "none" ? (
          <>
            <PasteBox name={words.pasteHere} take={(source) => void open(source)} />
            <FileButton accept=".xlsx,.csv,.tsv,.html,.htm" onFile={(file) => void open(file)}>
              {words.file}
            </FileButton>
            <p role="alert">
              {bringing.failure === undefined ? "" : all.bring.failures[bringing.failure]}
            </p>
          </>
        ) : (
          <RosterPreview
            pasted={bringing.pasted}
            branch={branch}
            leave={() => setBringing({ type: "none" })}
            taken={(count) => {
              setBringing({ type: "none" });
              setSaid(words.taken(count));
            }}
          />
        )}
      </section>
    </div>
  );
};

/** The rosters: a branch's people by name alone, one added by hand or many pasted from a table. */
export const RosterRoom = ({ branch: asked }: { readonly branch?: string | undefined }) => {
  const all = useLedgerWords();
  const words = all.rosterRoom;
  const { branches } = useSchedule();
  const { lock } = usePersonal();
  const [chosen, setChosen] = useState(asked ?? "");
  const branch = branches.find(({ id }) => id === chosen) ?? branches[0];
  return (
    <main className={`main ${css.main ?? ""}`}>
      <BranchHead
        title={words.title}
        pickName={words.branch}
        branches={branches}
        branch={branch}
        choose={setChosen}
        stays={words.stays}
      />
      {lock === "locked" ? <UnlockForm /> : <Roster branch={branch} />}
    </main>
  );
};
