import type { OfficeDocument, OfficeTable } from "../../../office-files/index.ts";
import { columnWidths, ROOM_ACROSS } from "../column-widths.ts";
import css from "../ledger-paper.module.css";

const Ruled = ({ table }: { readonly table: OfficeTable }) => {
  const widths = columnWidths(
    table.columns.map(({ name, width }, at) => ({
      width,
      words: [name, ...table.rows.map((cells) => String(cells[at] ?? ""))],
    })),
    ROOM_ACROSS,
  );
  return (
    <table>
      <colgroup>
        {table.columns.map(({ name }, at) => (
          <col key={name} style={{ width: widths[at] }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((cells, at) => (
          <tr
            key={`${at}-${String(cells[0])}`}
            className={table.struck?.includes(at) === true ? css.struck : undefined}
          >
            {table.columns.map(({ name }, column) => (
              <td key={name}>{cells[column]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** A document's tables as sheets across, each with head and signatures: what the file for WPS holds, on paper. */
export const PaperPages = ({ paper }: { readonly paper: OfficeDocument }) => (
  <>
    {paper.tables.map((table) => (
      <section key={table.name} className={`paper ${css.sheet ?? ""} ${css.across ?? ""}`}>
        <h2>{paper.title}</h2>
        <p className={css.block}>
          {paper.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
          {paper.tables.length === 1 ? null : <span>{table.name}</span>}
        </p>
        <Ruled table={table} />
        <p className={css.foot}>
          {(paper.signed ?? []).map((one) => (
            <span key={one}>{one}</span>
          ))}
        </p>
      </section>
    ))}
  </>
);
