import css from "./ledgers.module.css";

/** A box into which a table is pasted from WPS or Excel; with its cells where the clipboard brings them. */
export const PasteBox = ({
  name,
  take,
}: {
  readonly name: string;
  readonly take: (source: string) => void;
}) => (
  <textarea
    className={`field ${css.paste ?? ""}`}
    rows={2}
    aria-label={name}
    placeholder={name}
    value=""
    onChange={(event) => {
      if (event.target.value.trim() !== "") take(event.target.value);
    }}
    onPaste={(event) => {
      const html = event.clipboardData.getData("text/html");
      const text = event.clipboardData.getData("text/plain");
      // The markup knows cells that reach over several rows.
      const source = /<table/iu.test(html) ? html : text;
      if (source.trim() === "") return;
      event.preventDefault();
      take(source);
    }}
  />
);
