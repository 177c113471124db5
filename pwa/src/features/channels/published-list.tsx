import { civilDateOf } from "@dianbo/shared/clock";
import { CloudUpload, FileDown, FolderDown, QrCode } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import type { ChannelSummary } from "../../storage/channels/index.ts";
import { canChooseFolder } from "./channel-folder.ts";
import css from "./channels.module.css";
import { RemoveChannel } from "./remove-channel.tsx";
import type { Way } from "./use-publishing.ts";

/** The channels that this site gives out: the next release, another copy of the last, giving it up. */
export const PublishedList = ({
  channels,
  busy,
  next,
  again,
  removed,
}: {
  readonly channels: readonly ChannelSummary[];
  readonly busy: boolean;
  readonly next: (channel: ChannelSummary) => void;
  readonly again: (channel: ChannelSummary, way: Way) => void;
  readonly removed: (name: string) => void;
}) => {
  const { channels: words } = useWords();
  return (
    <>
      <h3 className={css.given}>{words.given}</h3>
      <ul className={css.rows}>
        {channels.map((channel) => {
          const { name, publisher, release, publishedAt, items } = channel.index;
          return (
            <li key={channel.id}>
              <div className={css.what}>
                <b className="clip">{name}</b>
                <span className="small">
                  {words.facts(publisher.name, release, civilDateOf(publishedAt))} ·{" "}
                  {words.count(items)}
                </span>
              </div>
              <div className={css.acts}>
                <Button
                  disabled={busy}
                  aria-label={words.nextOf(name)}
                  onClick={() => next(channel)}
                >
                  {words.next}
                </Button>
                {channel.whole ? (
                  <Button
                    look="text"
                    disabled={busy}
                    aria-label={words.asFileOf(name)}
                    icon={<Icon of={FileDown} size={18} />}
                    onClick={() => again(channel, "file")}
                  >
                    {words.asFile}
                  </Button>
                ) : null}
                {channel.whole && canChooseFolder() ? (
                  <Button
                    look="text"
                    disabled={busy}
                    aria-label={words.asFolderOf(name)}
                    icon={<Icon of={FolderDown} size={18} />}
                    onClick={() => again(channel, "folder")}
                  >
                    {words.asFolder}
                  </Button>
                ) : null}
                {channel.whole ? (
                  <a
                    className="btn text"
                    aria-label={words.toWebOf(name)}
                    href={`#/channels/${channel.id}/host`}
                  >
                    <Icon of={CloudUpload} size={18} />
                    {words.toWeb}
                  </a>
                ) : null}
                <a
                  className="btn text"
                  aria-label={words.codeOf(name)}
                  href={`#/channels/${channel.id}/code`}
                >
                  <Icon of={QrCode} size={18} />
                  {words.code}
                </a>
                <RemoveChannel channel={channel} removed={removed} />
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
};
