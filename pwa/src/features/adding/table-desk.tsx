import { KEEPING_PLACES, type KeepingPlace } from "@dianbo/shared/courseware";
import type { OldRow } from "@dianbo/shared/old-list";
import { FolderOpen } from "lucide-react";
import { useId, useRef, useState } from "react";
import * as v from "valibot";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { TableColumns } from "./table-columns.tsx";
import css from "./table-desk.module.css";
import type { OldTable, TableState } from "./use-old-table.ts";

const placeSchema = v.picklist(KEEPING_PLACES);

/** Lines among which the one with the column names may be chosen. */
const HEADS = 12;

const Opening = ({ table }: { readonly table: OldTable }) => {
  const { adding } = useWords();
  const words = adding.table;
  const { state } = table;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={`sheet ${css.opening ?? ""}`}>
      <h2>{words.title}</h2>
      <p className="dim" id={id}>
        {words.lead}
      </p>
      <textarea
        className={css.paste}
        aria-label={words.paste}
        aria-describedby={id}
        placeholder={words.paste}
        rows={5}
        value=""
        onChange={(event) => table.open(event.target.value)}
        onPaste={(event) => {
          event.preventDefault();
          // The clipboard of WPS carries the cells as a table; plain text is second best.
          const rich = event.clipboardData.getData("text/html");
          table.open(/<table/iu.test(rich) ? rich : event.clipboardData.getData("text/plain"));
        }}
      />
      <div role="status">
        {state.type === "reading" ? <p>{words.reading}</p> : null}
        {state.type === "failed" ? <p className="note warn">{words.failures[state.why]}</p> : null}
      </div>
      <Button
        look="go"
        icon={<FolderOpen size={20} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {words.open}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xls,.et,.csv,.txt,.tsv"
        hidden
        aria-label={words.open}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) table.open(file);
          event.target.value = "";
        }}
      />
    </section>
  );
};

const Choices = ({
  table,
  state,
}: {
  readonly table: OldTable;
  readonly state: Extract<TableState, { type: "open" }>;
}) => {
  const { adding } = useWords();
  const words = adding.table;
  const { sheets, sheet, rows, layout } = state;
  return (
    <div className={css.choices}>
      {sheets.length < 2 ? null : (
        <label>
          {words.sheet}
          <select
            value={String(sheet)}
            onChange={(event) => table.chooseSheet(Number(event.target.value))}
          >
            {sheets.map(({ name }, at) => (
              <option key={name} value={String(at)}>
                {words.sheetName(at + 1, name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {words.head}
        <select
          value={layout.headerRow === undefined ? "" : String(layout.headerRow)}
          onChange={(event) =>
            table.chooseHead(event.target.value === "" ? undefined : Number(event.target.value))
          }
        >
          <option value="">{words.noHead}</option>
          {rows.slice(0, HEADS).map((_, at) => (
            <option key={at} value={String(at)}>
              {words.headAt(at + 1)}
            </option>
          ))}
        </select>
      </label>
      <Button className="end" onClick={table.close}>
        {words.again}
      </Button>
    </div>
  );
};

const Understood = ({
  state,
  take,
}: {
  readonly state: Extract<TableState, { type: "open" }>;
  readonly take: (rows: readonly OldRow[], place: KeepingPlace | undefined) => void;
}) => {
  const { adding } = useWords();
  const words = adding.table;
  const { list, layout } = state;
  const [place, setPlace] = useState<KeepingPlace["type"]>();
  const odd = list.rows.filter(({ oddNumber }) => oddNumber !== undefined).length;
  const oddMinutes = list.rows.filter(({ oddMinutes: text }) => text !== undefined).length;
  const titled = layout.columns.includes("title");
  return (
    <>
      <div className={css.understood} role="status">
        {titled ? (
          <p>{words.understood(list.rows.length, list.passedOver)}</p>
        ) : (
          <p className="note warn">{words.noTitle}</p>
        )}
        {odd === 0 ? null : <p className="dim">{words.odd(odd)}</p>}
        {oddMinutes === 0 ? null : <p className="dim">{words.oddMinutes(oddMinutes)}</p>}
      </div>
      <div className={css.foot}>
        <label className={css.place}>
          {words.placeForAll}
          <select
            value={place ?? ""}
            onChange={(event) => {
              const chosen = v.safeParse(placeSchema, event.target.value);
              setPlace(chosen.success ? chosen.output : undefined);
            }}
          >
            <option value="">{adding.hand.nowhere}</option>
            {KEEPING_PLACES.map((one) => (
              <option key={one} value={one}>
                {adding.hand.places[one]}
              </option>
            ))}
          </select>
        </label>
        <Button
          look="go"
          className="end"
          disabled={!titled || list.rows.length === 0}
          onClick={() =>
            take(list.rows, place === undefined ? undefined : { type: place, name: "" })
          }
        >
          {words.take(list.rows.length)}
        </Button>
      </div>
    </>
  );
};

/** The site's old table: pasted or opened, its columns understood and mended, its rows put on the list. */
export const TableDesk = ({
  table,
  take,
}: {
  readonly table: OldTable;
  readonly take: (rows: readonly OldRow[], place: KeepingPlace | undefined) => void;
}) => {
  const { adding } = useWords();
  const { state } = table;
  if (state.type !== "open") return <Opening table={table} />;
  return (
    <section className={`sheet ${css.desk ?? ""}`} aria-label={adding.table.title}>
      <Choices table={table} state={state} />
      <TableColumns table={table} state={state} />
      <Understood state={state} take={take} />
    </section>
  );
};
