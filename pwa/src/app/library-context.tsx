import type { Clock } from "@dianbo/shared/clock";
import type { NewId } from "@dianbo/shared/identity";
import type { Random } from "@dianbo/shared/set-menu";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Library, LibrarySnapshot, MediaStore, SiteIdentity } from "../storage/index.ts";
import type { Arrivals } from "./arrivals.ts";
import type { Homes } from "./homes.ts";
import type { InboxSource } from "./inbox-source.ts";
import type { StickFiles } from "./stick-files.ts";

/** What a screen may ask for. Composition roots pass the real ones. */
export interface Dependencies {
  readonly library: Library;
  readonly media: MediaStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: Random;
  /** Which home this is; it decides where clips come from and which doors there are. */
  readonly home: "hosted" | "extension" | "stick";
  /** Files that lie beside the page; only the USB edition has them. */
  readonly stick?: StickFiles | undefined;
  /** Where this PC's library is, and how that is kept; the study room, which never moves, has none. */
  readonly homes?: Homes | undefined;
  /** The extension's inbox; only the app inside the extension has it. */
  readonly inbox?: InboxSource | undefined;
  /** What a paired extension sends by itself; only the hosted office has it. */
  readonly arrivals?: Arrivals | undefined;
}

/** The context itself, for what also stands where there is no library. */
export const DependenciesContext = createContext<Dependencies | undefined>(undefined);

/** Hands the dependencies down to all screens. */
export const DependenciesProvider = DependenciesContext.Provider;

/** The dependencies of the screen. */
export const useDependencies = (): Dependencies => {
  const dependencies = useContext(DependenciesContext);
  if (dependencies === undefined) throw new Error("a screen stands outside DependenciesProvider");
  return dependencies;
};

/** The present state of the library; the screen is drawn anew when it changes. */
export const useSnapshot = (): LibrarySnapshot => {
  const { library } = useDependencies();
  return useSyncExternalStore(
    (listener) => library.subscribe(listener),
    () => library.snapshot(),
  );
};

/** Which site this is and who is at the keyboard; drawn anew when either changes. */
export const useIdentity = (): SiteIdentity => {
  const { library } = useDependencies();
  return useSyncExternalStore(
    (listener) => library.subscribe(listener),
    () => library.identity(),
  );
};
