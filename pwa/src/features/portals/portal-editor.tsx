import type { Changes } from "@dianbo/shared/changes";
import {
  addColumn,
  editColumn,
  editPortal,
  moveColumn,
  movePortal,
  type PortalColumn,
  readAddress,
  removeColumn,
  removePortal,
} from "@dianbo/shared/portal-list";
import { ok } from "@dianbo/shared/result";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { NameAndAddress } from "./name-and-address.tsx";
import type { PortalFacts } from "./portal-facts.ts";
import styles from "./portals.module.css";

/** A field that is written when it is left; what cannot be kept stays in it and says why. */
const KeptField = ({
  label,
  value,
  read,
  refusal,
  onKeep,
  first = false,
}: {
  readonly label: string;
  readonly value: string;
  /** What would be kept; `undefined` where that is nothing. */
  readonly read: (typed: string) => string | undefined;
  readonly refusal: string;
  readonly onKeep: (value: string) => void;
  /** Takes the focus when it comes. */
  readonly first?: boolean;
}) => {
  const [typed, setTyped] = useState(value);
  const [stands, setStands] = useState(value);
  const [given, setGiven] = useState<string>();
  // What was taken back or changed elsewhere comes into the field where it stands: a new field would take
  // the focus away from where the person types by now. What this field gave itself is typed over in peace.
  if (stands !== value) {
    setStands(value);
    if (value !== given) setTyped(value);
    setGiven(undefined);
  }
  const [isRefused, setRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) input.current?.focus();
  }, [first]);
  const keep = (): void => {
    const next = read(typed);
    setRefused(next === undefined);
    if (next === undefined) return;
    setTyped(next);
    if (next === value) return;
    setGiven(next);
    onKeep(next);
  };
  return (
    <div className="grow">
      <input
        ref={input}
        className="field"
        aria-label={label}
        aria-invalid={isRefused}
        value={typed}
        maxLength={2000}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === "Enter") keep();
        }}
      />
      <div role="status">{isRefused ? <p className={styles.refusal}>{refusal}</p> : null}</div>
    </div>
  );
};

const readName = (typed: string): string | undefined => typed.trim().slice(0, 60) || undefined;

const Move = ({
  name,
  index,
  count,
  onMove,
}: {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (index: number) => void;
}) => {
  const words = useWords().portals;
  return (
    <>
      <Button
        look="text"
        aria-label={words.up(name)}
        aria-disabled={index === 0}
        icon={<Icon of={ArrowUp} size={18} />}
        onClick={() => onMove(Math.max(0, index - 1))}
      >
        {words.upShort}
      </Button>
      <Button
        look="text"
        aria-label={words.down(name)}
        aria-disabled={index === count - 1}
        icon={<Icon of={ArrowDown} size={18} />}
        onClick={() => onMove(Math.min(count - 1, index + 1))}
      >
        {words.downShort}
      </Button>
    </>
  );
};

/** A portal while it is changed: names, addresses, order, columns. Every change is kept at once. */
export const PortalEditor = ({
  facts: { portal, columns },
  index,
  count,
  onDone,
}: {
  readonly facts: PortalFacts;
  readonly index: number;
  readonly count: number;
  readonly onDone: () => void;
}) => {
  const words = useWords().portals;
  const { library, newId, random } = useDependencies();
  const snapshot = useSnapshot();
  const keep = (changes: Changes): void => {
    if (changes.puts.length > 0) void library.apply(() => ok(changes));
  };
  const removeOne = (column: PortalColumn): void => {
    const record = snapshot.records.get(column.id);
    if (record !== undefined) keep(removeColumn(column, record));
  };
  return (
    <div className={styles.editor}>
      <div className={styles.edit}>
        <KeptField
          first
          label={words.nameOf(portal.name)}
          value={portal.name}
          read={readName}
          refusal={words.refusals.name}
          onKeep={(name) => keep(editPortal(portal, { name }))}
        />
        <KeptField
          label={words.addressOf(portal.name)}
          value={portal.home}
          read={readAddress}
          refusal={words.refusals.address}
          onKeep={(home) => keep(editPortal(portal, { home }))}
        />
        <Move
          name={portal.name}
          index={index}
          count={count}
          onMove={(to) => {
            if (to !== index) keep(movePortal(portal, snapshot.portals.values(), to, random));
          }}
        />
      </div>
      <h3 className={styles.columnsHead}>{words.columns}</h3>
      <ul>
        {columns.map((column, at) => (
          <li key={column.id} className={styles.edit}>
            <KeptField
              label={words.nameOf(column.name)}
              value={column.name}
              read={readName}
              refusal={words.refusals.name}
              onKeep={(name) => keep(editColumn(column, { name }))}
            />
            <KeptField
              label={words.addressOf(column.name)}
              value={column.url}
              read={readAddress}
              refusal={words.refusals.address}
              onKeep={(url) => keep(editColumn(column, { url }))}
            />
            <Move
              name={column.name}
              index={at}
              count={columns.length}
              onMove={(to) => {
                if (to !== at) keep(moveColumn(column, snapshot.columns.values(), to, random));
              }}
            />
            <Button
              look="text"
              aria-label={words.removeOf(column.name)}
              onClick={() => removeOne(column)}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      <NameAndAddress
        nameLabel={words.columnName}
        addressLabel={words.columnAddress}
        button={words.addColumn}
        isHeld={(url) => columns.some((column) => column.url === url)}
        onAdd={(name, url) =>
          keep(addColumn(portal, { name, url }, snapshot.columns.values(), { newId, random }))
        }
      />
      <div className={`row ${styles.editFoot ?? ""}`}>
        <Button onClick={onDone}>{words.done}</Button>
        <Button
          look="text"
          className="end"
          onClick={() => {
            keep(removePortal(portal, snapshot.columns.values(), (id) => snapshot.records.get(id)));
            onDone();
          }}
        >
          {words.removePortal}
        </Button>
      </div>
    </div>
  );
};
