import { useDependencies } from "../../app/library-context.tsx";

/** Where the office of this home lies, beside the room's own page. */
export const useOfficeAddress = (): string =>
  useDependencies().home === "extension" ? "./app.html" : "./index.html";
