import * as v from "valibot";

/** Where a hosted app is looked for until the person says otherwise: what `npm start` serves. */
export const DEFAULT_APP_ADDRESS = "http://localhost:4173";

const KEY = "library-home";

const appAddressSchema = v.pipe(
  v.string(),
  v.trim(),
  v.url(),
  v.check((address) => {
    const { protocol, hostname } = new URL(address);
    return (
      protocol === "https:" ||
      (protocol === "http:" && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(hostname))
    );
  }, "https, or this computer"),
);

/** Which home owns this profile's library: the extension itself, or a hosted app at an address. */
export const libraryHomeSchema = v.variant("home", [
  v.object({ home: v.literal("extension") }),
  v.object({
    home: v.literal("hosted"),
    address: appAddressSchema,
    /** What this extension still holds of the library itself; see `LibraryPlace` of the app. */
    copy: v.optional(v.picklist(["none", "kept", "arriving", "arrived"]), "none"),
    /** When it came to be so, in milliseconds since 1970; 0 where nobody noted it. */
    since: v.optional(v.number(), 0),
  }),
]);
/** Which home owns the library; see `libraryHomeSchema`. */
export type LibraryHome = v.InferOutput<typeof libraryHomeSchema>;

/** Whether an address may be a hosted app's: https, or this computer. */
export const isAppAddress = (address: string): boolean => v.is(appAddressSchema, address);

const parseHome = (stored: unknown): LibraryHome => {
  const parsed = v.safeParse(libraryHomeSchema, stored);
  return parsed.success ? parsed.output : { home: "extension" };
};

/** Reads which home owns the library; the extension where nothing readable was set. */
export const readLibraryHome = async (): Promise<LibraryHome> =>
  parseHome((await chrome.storage.local.get(KEY))[KEY]);

/** Keeps which home owns the library. */
export const writeLibraryHome = async (home: LibraryHome): Promise<void> => {
  await chrome.storage.local.set({ [KEY]: home });
};

/** Calls back when any page of the extension changed which home owns the library; returns how to stop. */
export const watchLibraryHome = (changed: () => void): (() => void) => {
  const heard = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === "local" && KEY in changes) changed();
  };
  chrome.storage.onChanged.addListener(heard);
  return () => chrome.storage.onChanged.removeListener(heard);
};
