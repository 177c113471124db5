import { useDependencies } from "../../app/library-context.tsx";

const ADDRESSES = { extension: "./app.html", hosted: "./index.html", stick: undefined } as const;

/** Where the office of this home lies, beside the room's own page; a stick has none. */
export const useOfficeAddress = (): string | undefined => ADDRESSES[useDependencies().home];
