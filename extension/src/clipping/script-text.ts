/** A text as the script that holds it would read it: `\/`, `\x26amp;`, `\u0026`. The script is not run. */
export const asScriptReads = (text: string): string =>
  text
    .replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4}))/giu, (_escape, short?: string, long?: string) =>
      String.fromCharCode(Number.parseInt(short ?? long ?? "0", 16)),
    )
    .replaceAll("\\/", "/")
    .replaceAll("&amp;", "&");
