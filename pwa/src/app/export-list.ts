import { civilDateOf } from "@dianbo/shared/clock";
import { speakNumbers } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import type { Selection } from "@dianbo/shared/sharing";
import { useWords } from "../locales/index.ts";
import { useDependencies } from "./library-context.tsx";
import { offerFile } from "./offer-file.ts";

/** A list that was saved to disk. */
export interface ExportedList {
  readonly fileName: string;
  readonly items: number;
}

const LONGEST_NAME = 80;

/** A name that Windows takes. */
const fileNameOf = (parts: readonly string[]): string =>
  parts
    .join(" ")
    .replace(/[\u0000-\u001f\\/:*?"<>|]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME);

/**
 * Saves a list to disk as `<site> <name> <date>.dianbo`. The numbers in it count as spoken from then on,
 * so nothing is saved where that could not be kept; the line at the foot says so.
 */
export const useExportList = (): ((
  selection: Selection,
  name: string,
  withNotes?: boolean,
) => Promise<ExportedList | undefined>) => {
  const { library, clock } = useDependencies();
  const { sharing: words } = useWords();
  return async (selection, name, withNotes = false) => {
    const { encodeList, selectedItems } = await import("@dianbo/shared/sharing");
    const spoken = await library.apply(
      ({ snapshot }) =>
        ok({
          label: { type: "share-list", name },
          puts: [...speakNumbers(selectedItems(snapshot, selection))],
        }),
      { undoable: false },
    );
    if (!spoken.ok) return undefined;
    const { site, siteName } = library.identity();
    const at = clock.now();
    const made = { site, siteName, name, at, withNotes };
    const bytes = encodeList(spoken.value, selection, made);
    const fileName = `${fileNameOf([siteName || words.ourSite, name, civilDateOf(at)])}.dianbo`;
    offerFile(new Blob([new Uint8Array(bytes)], { type: "application/vnd.dianbo" }), fileName);
    return { fileName, items: selectedItems(spoken.value, selection).length };
  };
};
