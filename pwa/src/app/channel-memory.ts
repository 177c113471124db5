import type { Json } from "@dianbo/shared/changes";
import { mayHaveChannels } from "../storage/channels/index.ts";
import { channelDoor } from "./channel-door.ts";

/**
 * What is remembered of this browser's channels, without their catalogues: pinned keys, release numbers,
 * which are this site's own. It goes along with a backup and with a move to another home.
 */
export const rememberedChannels = async (): Promise<readonly Json[]> => {
  if (!(await mayHaveChannels())) return [];
  const reply = await channelDoor().ask({ type: "remembered" });
  return reply.type === "remembered" ? reply.rows : [];
};

/** Takes in what another home or a backup remembers; channels that are here already are left alone. */
export const rememberChannels = async (rows: readonly Json[]): Promise<void> => {
  // Should it fail, the files of the channels are opened again; nothing of the library hangs on it.
  if (rows.length > 0) await channelDoor().ask({ type: "remember", rows: [...rows] });
};
