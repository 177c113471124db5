import { useSyncExternalStore } from "react";
import type { DownloadsDoor, DownloadsState } from "../../app/downloads-door.ts";
import { useDependencies } from "../../app/library-context.tsx";

const never = () => () => undefined;
const nothing = (): undefined => undefined;

/** The extension's downloads and their present state; `undefined` in an app that has no extension around it. */
export const useDownloads = (): {
  readonly door: DownloadsDoor | undefined;
  readonly state: DownloadsState | undefined;
} => {
  const door = useDependencies().inbox?.downloads;
  const state = useSyncExternalStore(door?.subscribe ?? never, door?.state ?? nothing);
  return { door, state };
};
