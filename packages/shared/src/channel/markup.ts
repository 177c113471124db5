const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** A text as it stands in HTML and XML, between tags and in double quotes. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => SIGNS[sign] ?? sign);
