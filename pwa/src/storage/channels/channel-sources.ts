import {
  CHANNEL_LIMITS,
  type ChannelFailure,
  type ChannelSource,
  channelFileSource,
  type WebHands,
  webSource,
} from "@dianbo/shared/channel";
import { err, ok, type Result } from "@dianbo/shared/result";
import type { ChannelFrom } from "./channel-messages.ts";

/** Why a file or folder could not even be opened. */
export type SourceFailure = ChannelFailure | { readonly type: "unreadable" };

/** The bytes of a file; the browser throws where it has gone or changed since it was chosen. */
const bytesOf = async (file: Blob): Promise<Uint8Array | undefined> => {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
};

const folderSource = ({
  index,
  segments,
}: Extract<ChannelFrom, { type: "folder" }>): ChannelSource => {
  const byHash = new Map(segments.map(({ hash, file }) => [hash, file]));
  return {
    index: async () => {
      if (index.size > CHANNEL_LIMITS.indexBytes) {
        return err({ type: "package-too-large", limit: CHANNEL_LIMITS.indexBytes });
      }
      const bytes = await bytesOf(index);
      return bytes === undefined ? err({ type: "not-a-channel" }) : ok(bytes);
    },
    segment: async (hash) => {
      const file = byHash.get(hash);
      if (file === undefined || file.size > CHANNEL_LIMITS.segmentBytes) return undefined;
      return await bytesOf(file);
    },
  };
};

/** Opens what a person chose as the source of a release; sizes are known before the first byte is read. */
export const openSource = async (
  from: ChannelFrom,
  web: WebHands,
): Promise<
  Result<ChannelSource & { readonly trouble?: () => ChannelFailure | undefined }, SourceFailure>
> => {
  if (from.type === "web") return ok(webSource(from.address, web));
  if (from.type === "folder") return ok(folderSource(from));
  if (from.file.size > CHANNEL_LIMITS.fileBytes) {
    return err({ type: "package-too-large", limit: CHANNEL_LIMITS.fileBytes });
  }
  const bytes = await bytesOf(from.file);
  return bytes === undefined ? err({ type: "unreadable" }) : channelFileSource(bytes);
};
