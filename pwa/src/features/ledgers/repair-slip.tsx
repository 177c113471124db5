import { type BookForm, type LedgerRow, pageOf, type Values } from "@dianbo/shared/ledger-book";
import { Printer } from "lucide-react";
import { useIdentity } from "../../app/library-context.tsx";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import css from "./ledger-paper.module.css";
import { usePaperWords } from "./paper-words.ts";
import { useLedgers } from "./use-ledgers.ts";

/** The book that holds faults. */
export const REPAIR_BOOK = "repair";

const textOf = (values: Values, field: string): string => {
  const value = values[field];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

/** The service telephone of a device, where the equipment list has one of that name. */
const serviceOf = (device: string, rows: readonly LedgerRow[]): string => {
  const bare = device.trim();
  const row = rows.find(
    ({ struck, values }) =>
      struck === undefined && bare !== "" && textOf(values, "name").trim() === bare,
  );
  return row === undefined ? "" : textOf(row.values, "service");
};

const Slip = ({ row, service }: { readonly row: LedgerRow; readonly service: string }) => {
  const { slip: words } = usePaperWords();
  const { siteName } = useIdentity();
  const { values, entry, openDays } = row;
  const fields: readonly (readonly [string, string])[] = [
    [words.unit, siteName],
    [words.found, entry.on],
    [words.device, textOf(values, "device")],
    [words.model, textOf(values, "model")],
    [words.place, textOf(values, "place")],
    [words.reported, textOf(values, "reported")],
    [words.service, service],
    [words.number, `${entry.on.replaceAll("-", "")}-${row.id.slice(-4)}`],
  ];
  return (
    <section className={`paper ${css.sheet ?? ""} ${css.upright ?? ""} ${css.slip ?? ""}`}>
      <h2>{words.title}</h2>
      <dl className={css.facts}>
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={css.fault}>
        <b>{words.fault}</b>
        {textOf(values, "fault")}
        {openDays === undefined ? null : <span>{words.age(openDays)}</span>}
      </p>
      <p className={css.foot}>
        <span>
          {words.byPost}
          {words.blank}
        </span>
        <span>
          {words.head}
          {words.blank}
        </span>
      </p>
      <hr />
      <h3>{words.fill}</h3>
      <dl className={css.toFill}>
        {[words.work, words.parts].map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd />
          </div>
        ))}
        <div>
          <dt>{words.result}</dt>
          <dd>{words.results}</dd>
        </div>
      </dl>
      <p className={css.foot}>
        {[words.mender, words.day, words.after].map((name) => (
          <span key={name}>
            {name}
            {words.blank}
          </span>
        ))}
      </p>
      <p className={css.legend}>{words.fold}</p>
    </section>
  );
};

/** A repair request (报修单) for one fault of the repair log, on A4: what is known, and what the repairer fills in. */
export const RepairSlip = ({ row: asked }: { readonly row: string }) => {
  const { slip: words } = usePaperWords();
  const { date: today } = useSiteTime();
  const { ledgers, forms } = useLedgers();
  const rowsOf = (id: string): readonly LedgerRow[] => {
    const form: BookForm | undefined = forms.find((one) => one.id === id);
    return form === undefined ? [] : pageOf(ledgers, form, undefined, today).rows;
  };
  const row = rowsOf(REPAIR_BOOK).find(({ id, struck }) => id === asked && struck === undefined);
  return (
    <PrintFrame
      title={words.title}
      back={`#/ledgers/book/${REPAIR_BOOK}${row === undefined ? "" : `/${row.entry.on.slice(0, 7)}`}`}
      backName={words.back}
      size="A4"
      previewName={words.preview}
      desk={
        <PrintDeskSheet
          name={words.title}
          foot={
            row === undefined ? null : (
              <Button look="go" icon={<Icon of={Printer} />} onClick={() => print()}>
                {words.print}
              </Button>
            )
          }
        >
          <p className="small">{row === undefined ? words.none : words.fold}</p>
        </PrintDeskSheet>
      }
    >
      {row === undefined ? null : (
        <Slip row={row} service={serviceOf(textOf(row.values, "device"), rowsOf("equipment"))} />
      )}
    </PrintFrame>
  );
};
