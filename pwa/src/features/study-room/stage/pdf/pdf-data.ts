/**
 * What pdf.js asks for beside its code: the tables of Chinese characters for fonts that a PDF does not bring
 * along, and the decoders of scanned pictures. They come with the app, each is fetched when a file needs it.
 */
const CMAPS = import.meta.glob<string>(
  [
    "../../../../../node_modules/pdfjs-dist/cmaps/GB*.bcmap",
    "../../../../../node_modules/pdfjs-dist/cmaps/UniGB*.bcmap",
    "../../../../../node_modules/pdfjs-dist/cmaps/Adobe-GB1-*.bcmap",
  ],
  { query: "?url", import: "default" },
);
const DECODERS = import.meta.glob<string>("../../../../../node_modules/pdfjs-dist/wasm/*.wasm", {
  query: "?url",
  import: "default",
});

const fetchFrom = async (
  table: Readonly<Record<string, () => Promise<string>>>,
  file: string,
): Promise<Uint8Array> => {
  const found = Object.entries(table).find(([path]) => path.endsWith(`/${file}`));
  if (found === undefined) throw new Error(`no ${file} comes with the app`);
  const answer = await fetch(await found[1]());
  return new Uint8Array(await answer.arrayBuffer());
};

/** Hands pdf.js a table of characters by its name. */
export class CharacterTables {
  async fetch({ name }: { readonly name: string }) {
    return { cMapData: await fetchFrom(CMAPS, `${name}.bcmap`), isCompressed: true };
  }
}

/** Hands pdf.js a decoder by its file's name. */
export class Decoders {
  fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    return fetchFrom(DECODERS, filename);
  }
}
