import { safeFileName } from "@dianbo/shared/book-folder";
import {
  type ChannelId,
  channelIdSchema,
  offeredItem,
  writeChannelFile,
} from "@dianbo/shared/channel";
import { speakNumbers } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { keyChangesIn } from "@dianbo/shared/signing";
import { useState } from "react";
import * as v from "valibot";
import { channelDoor } from "../../app/channel-door.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { offerFile } from "../../app/offer-file.ts";
import { ensureSiteKey } from "../../app/site-key.ts";
import { useWords } from "../../locales/index.ts";
import type { ChannelReply, ChannelTrouble } from "../../storage/channels/index.ts";
import { chooseFolder, writeRelease } from "./channel-folder.ts";
import { filesToPublish } from "./files-to-publish.ts";
import { itemsOffered } from "./offers.ts";

/** Where a release goes; on the web, to whichever host the room behind it is told. */
export type Way = "file" | "folder" | "web";

/** What is to be published. */
export interface ToPublish {
  /** Absent: a channel that is not there yet. */
  readonly channel: ChannelId | undefined;
  readonly name: string;
  readonly offer: string;
}

/** What became of it. */
export type Published =
  | { readonly type: "saved"; readonly text: string }
  | { readonly type: "failed"; readonly failure: ChannelTrouble }
  | { readonly type: "folder-failed" };

/** Lengths that the index of a channel takes. */
const NAME = 200;
const PUBLISHER = 100;

/** Makes the next release of a channel, or gives out the one that is held, as a file or into a folder. */
export const usePublishing = () => {
  const allWords = useWords();
  const { channels: words, sharing } = allWords;
  const dependencies = useDependencies();
  const { library, clock, newId } = dependencies;
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Published>();

  const handOut = async (
    way: Way,
    reply: ChannelReply,
    folder: FileSystemDirectoryHandle | undefined,
  ): Promise<Published> => {
    if (reply.type === "failed") return { type: "failed", failure: reply.failure };
    if (reply.type !== "release") return { type: "failed", failure: "not-stored" };
    const { index, segments } = reply;
    if (way === "web") {
      location.hash = `#/channels/${index.channel}/host`;
      return { type: "saved", text: "" };
    }
    if (folder === undefined) {
      const file = writeChannelFile(index, new Map(segments.map((one) => [one.hash, one.bytes])));
      const name = safeFileName(words.fileName(index.name, index.release), "dianbo");
      offerFile(new Blob([new Uint8Array(file)], { type: "application/vnd.dianbo" }), name);
      return { type: "saved", text: words.savedFile(name, index.release, index.items) };
    }
    try {
      await writeRelease(folder, filesToPublish(reply, allWords));
    } catch {
      // Whatever the disk said: the folder's index is the old one still, or none.
      return { type: "folder-failed" };
    }
    return { type: "saved", text: words.savedFolder(folder.name, index.release, index.items) };
  };

  const working = async (way: Way, make: () => Promise<ChannelReply>): Promise<boolean> => {
    const folder = way === "folder" ? await chooseFolder("readwrite") : undefined;
    if (way === "folder" && folder === undefined) return false;
    setBusy(true);
    setSaid(undefined);
    const done = await handOut(way, await make(), folder);
    setSaid(done);
    setBusy(false);
    return done.type === "saved";
  };

  const publish = async ({ channel, name, offer }: ToPublish): Promise<ChannelReply> => {
    const { site, siteName } = library.identity();
    const now = clock.now();
    // Numbers that others read are spoken: nothing leaves where that could not be kept.
    const spoken = await library.apply(
      ({ snapshot }) =>
        ok({
          label: { type: "share-list", name },
          puts: [...speakNumbers(itemsOffered(offer, snapshot, site, now))],
        }),
      { undoable: false },
    );
    if (!spoken.ok) return { job: 0, type: "failed", failure: "not-stored" };
    return await channelDoor().ask({
      type: "publish",
      channel: channel ?? v.parse(channelIdSchema, newId()),
      name: name.slice(0, NAME),
      publisherName: (siteName || sharing.ourSite).slice(0, PUBLISHER),
      site,
      at: now,
      items: itemsOffered(offer, spoken.value, site, now).flatMap(
        (item) => offeredItem(item) ?? [],
      ),
      key: await ensureSiteKey(dependencies),
      keyChanges: [...keyChangesIn(spoken.value.records, site)],
      offers: offer,
    });
  };

  const copyOf = (channel: ChannelId): Promise<ChannelReply> =>
    channelDoor().ask({ type: "copy", channel });

  return {
    busy,
    said,
    /** Makes the next release; answers whether it was saved. */
    publish: (what: ToPublish, way: Way) =>
      working(way, async () => {
        const made = await publish(what);
        // The release that stands may not lie on the host yet.
        const isOld = made.type === "failed" && made.failure === "nothing-new" && way === "web";
        return isOld && what.channel !== undefined ? await copyOf(what.channel) : made;
      }),
    /** Gives out the release that is held. */
    again: (channel: ChannelId, way: Way) => working(way, () => copyOf(channel)),
  };
};
