import { civilDateOf } from "@dianbo/shared/clock";
import { speakNumbers } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import type { ListMade, Selection, ShareableLibrary } from "@dianbo/shared/sharing";
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

/** The library after its numbers were told, and how the list is named. */
interface Told {
  readonly library: ShareableLibrary;
  readonly made: ListMade;
}

/**
 * Makes a list ready to leave the house. The numbers in it count as spoken from then on, so nothing leaves
 * where that could not be kept; the line at the foot says so.
 */
const useTelling = (): ((
  selection: Selection,
  name: string,
  withNotes: boolean,
) => Promise<Told | undefined>) => {
  const { library, clock } = useDependencies();
  return async (selection, name, withNotes) => {
    const { selectedItems } = await import("@dianbo/shared/sharing");
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
    return { library: spoken.value, made: { site, siteName, name, at: clock.now(), withNotes } };
  };
};

/** Saves a list to disk as `<site> <name> <date>.dianbo`; `undefined` where its numbers could not be kept. */
export const useExportList = (): ((
  selection: Selection,
  name: string,
  withNotes?: boolean,
) => Promise<ExportedList | undefined>) => {
  const tell = useTelling();
  const { sharing: words } = useWords();
  return async (selection, name, withNotes = false) => {
    const { encodeList, selectedItems } = await import("@dianbo/shared/sharing");
    const told = await tell(selection, name, withNotes);
    if (told === undefined) return undefined;
    const { made } = told;
    const bytes = encodeList(told.library, selection, made);
    const parts = [made.siteName || words.ourSite, name, civilDateOf(made.at)];
    const fileName = `${fileNameOf(parts)}.dianbo`;
    offerFile(new Blob([new Uint8Array(bytes)], { type: "application/vnd.dianbo" }), fileName);
    return { fileName, items: selectedItems(told.library, selection).length };
  };
};

/** A list as the messages of a chat, or that it is too long for that. */
export type ListMessages =
  | { readonly type: "messages"; readonly texts: readonly string[]; readonly items: number }
  | { readonly type: "too-long"; readonly items: number };

/** Writes a list as text for a chat; `undefined` where its numbers could not be kept. */
export const useListMessages = (): ((
  selection: Selection,
  name: string,
  withNotes?: boolean,
) => Promise<ListMessages | undefined>) => {
  const tell = useTelling();
  return async (selection, name, withNotes = false) => {
    const { listAsText, selectedItems } = await import("@dianbo/shared/sharing");
    const told = await tell(selection, name, withNotes);
    if (told === undefined) return undefined;
    const items = selectedItems(told.library, selection).length;
    const texts = listAsText(told.library, selection, told.made);
    return texts.ok ? { type: "messages", texts: texts.value, items } : { type: "too-long", items };
  };
};
