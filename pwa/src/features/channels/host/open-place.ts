import { davTarget, type PublishTarget } from "@dianbo/shared/hosting";
import type { HostPlace } from "./host-draft.ts";

/** Opens a place to be written to; `stop` breaks off what is under way. What asks hosts is fetched only now. */
export const openPlace = async (place: HostPlace, stop: AbortSignal): Promise<PublishTarget> => {
  const { reachBucket, reachWebDav } = await import("../../../hosts/index.ts");
  return place.type === "webdav" ? davTarget(reachWebDav(place, stop)) : reachBucket(place, stop);
};
