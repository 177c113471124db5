import { civilDateOf } from "@dianbo/shared/clock";
import type { MediaHash } from "@dianbo/shared/courseware";
import { speakNumbers } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import type {
  ListFile,
  ListMade,
  ListSigning,
  Selection,
  ShareableLibrary,
} from "@dianbo/shared/sharing";
import { useWords } from "../locales/index.ts";
import { useDependencies } from "./library-context.tsx";
import { offerFile } from "./offer-file.ts";
import { chooseSaveTarget } from "./save-target.ts";

/** A list that was saved to disk. */
export interface ExportedList {
  readonly fileName: string;
  readonly items: number;
}

const LONGEST_NAME = 80;
const PACKAGE_TYPE = "application/vnd.dianbo";

/** A name that Windows takes. */
const fileNameOf = (parts: readonly string[]): string =>
  parts
    .join(" ")
    .replace(/[\u0000-\u001f\\/:*?"<>|]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME);

const nameOfPackage = ({ siteName, name, at }: ListMade, ourSite: string): string =>
  `${fileNameOf([siteName || ourSite, name, civilDateOf(at)])}.dianbo`;

/** The library after its numbers were told, and how the list is named. */
interface Told {
  readonly library: ShareableLibrary;
  readonly made: ListMade;
}

/**
 * Makes a list ready to leave the house. The numbers in it count as spoken from then on, so nothing leaves
 * where that could not be kept; the line at the foot says so.
 */
export const useTelling = (): ((
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

/** The site's hand that signs its lists; its key is made now where there is none yet. */
export const useHand = (): (() => Promise<ListSigning>) => {
  const dependencies = useDependencies();
  return async () => {
    const { keyChangesIn } = await import("@dianbo/shared/signing");
    const { ensureSiteKey, sha512 } = await import("./site-key.ts");
    const key = await ensureSiteKey(dependencies);
    const { library } = dependencies;
    const keyChanges = keyChangesIn(library.snapshot().records, library.identity().site);
    return { key, keyChanges, sha512 };
  };
};

/** Signs a list with the site's key. */
const useSigning = (): ((list: ListFile) => Promise<ListFile>) => {
  const hand = useHand();
  return async (list) => {
    const { signList } = await import("@dianbo/shared/sharing");
    return await signList(list, await hand());
  };
};

/** Saves a list to disk as `<site> <name> <date>.dianbo`; `undefined` where its numbers could not be kept. */
export const useExportList = (): ((
  selection: Selection,
  name: string,
  withNotes?: boolean,
) => Promise<ExportedList | undefined>) => {
  const tell = useTelling();
  const sign = useSigning();
  const { sharing: words } = useWords();
  return async (selection, name, withNotes = false) => {
    const { listFileOf, packageOfList, selectedItems } = await import("@dianbo/shared/sharing");
    const told = await tell(selection, name, withNotes);
    if (told === undefined) return undefined;
    const { library, made } = told;
    const bytes = packageOfList(await sign(listFileOf(library, selection, made)));
    const fileName = nameOfPackage(made, words.ourSite);
    offerFile(new Blob([new Uint8Array(bytes)], { type: PACKAGE_TYPE }), fileName);
    return { fileName, items: selectedItems(library, selection).length };
  };
};

/** What became of a list that was to be saved with its films. */
export type ExportedPackage =
  | (ExportedList & { readonly type: "saved"; readonly films: number; readonly bytes: number })
  /** The person thought better of it, or stopped it. Nothing usable lies on the disk. */
  | { readonly type: "stopped" }
  /** A film has gone, the disk is full, or the stick was pulled out. */
  | { readonly type: "failed" };

/** Saves a list with the films that this PC has. Call it in the click itself: the browser asks where to. */
export const useExportPackage = (): ((
  selection: Selection,
  name: string,
  wish: {
    readonly withNotes: boolean;
    readonly onProgress: (done: number, total: number) => void;
    readonly signal: AbortSignal;
  },
) => Promise<ExportedPackage>) => {
  const tell = useTelling();
  const sign = useSigning();
  const { sharing: words } = useWords();
  const { library, clock, media } = useDependencies();
  return async (selection, name, { withNotes, onProgress, signal }) => {
    const { site, siteName } = library.identity();
    const fileName = nameOfPackage({ site, siteName, name, at: clock.now() }, words.ourSite);
    const target = await chooseSaveTarget(fileName, words.packageKind, ".dianbo");
    if (target === undefined) return { type: "stopped" };
    const { filmsToPack, listFileOf, selectedItems } = await import("@dianbo/shared/sharing");
    const told = await tell(selection, name, withNotes);
    if (told === undefined) return { type: "failed" };
    const items = selectedItems(told.library, selection);
    const held = new Set<MediaHash>();
    for (const { media: file } of items) {
      if (file != null && (await media.has(file.hash))) held.add(file.hash);
    }
    const files = filmsToPack(told.library, selection, held);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    try {
      const list = { ...listFileOf(told.library, selection, told.made), files: [...files] };
      const { packageStream } = await import("../storage/package-stream.ts");
      const openFilm = async (hash: MediaHash): Promise<Blob | undefined> => {
        const film = await media.open(hash);
        return film.ok ? film.value : undefined;
      };
      const stream = await packageStream(await sign(list), openFilm, (done) =>
        onProgress(done, bytes),
      );
      await target.save(stream, signal);
      return { type: "saved", fileName, items: items.length, films: files.length, bytes };
    } catch {
      return { type: signal.aborted ? "stopped" : "failed" };
    }
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
  const hand = useHand();
  return async (selection, name, withNotes = false) => {
    const { listAsText, selectedItems } = await import("@dianbo/shared/sharing");
    const told = await tell(selection, name, withNotes);
    if (told === undefined) return undefined;
    const items = selectedItems(told.library, selection).length;
    const texts = await listAsText(told.library, selection, told.made, await hand());
    return texts.ok ? { type: "messages", texts: texts.value, items } : { type: "too-long", items };
  };
};
