/** Words as markup that means only them. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`).replace(/\n/gu, "<br>");

/** Rows of words as a table, the first row as its head. */
export const tableOf = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows
    .map((row, at) => {
      const tag = at === 0 ? "th" : "td";
      return `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
    })
    .join("")}</table>`;
