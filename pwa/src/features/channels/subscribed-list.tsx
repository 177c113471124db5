import { civilDateOf } from "@dianbo/shared/clock";
import { ChevronRight, QrCode, RefreshCw, TriangleAlert, Undo2 } from "lucide-react";
import { channelDoor } from "../../app/channel-door.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import type { ChannelSummary } from "../../storage/channels/index.ts";
import { ChannelNews } from "./channel-news.tsx";
import css from "./channels.module.css";
import { RemoveChannel } from "./remove-channel.tsx";

/** The channels that this site follows: into them, a step back, out of them. */
export const SubscribedList = ({
  channels,
  told,
  check,
}: {
  readonly channels: readonly ChannelSummary[];
  /** Says what was done. */
  readonly told: (said: string) => void;
  /** Looks for a newer release where the channel lies on the web. */
  readonly check: (address: string) => void;
}) => {
  const { channels: words } = useWords();
  const stepBack = async ({ id, index }: ChannelSummary): Promise<void> => {
    const reply = await channelDoor().ask({ type: "step-back", channel: id });
    told(reply.type === "done" ? words.steppedBack(index.name) : words.failures["not-stored"]);
  };
  if (channels.length === 0) return <p>{words.none}</p>;
  return (
    <ul className={css.rows}>
      {channels.map((channel) => {
        const { name, publisher, release, publishedAt, items } = channel.index;
        const facts = words.facts(publisher.name, release, civilDateOf(publishedAt));
        return (
          <li key={channel.id}>
            {channel.whole ? (
              <a className={css.into} href={`#/channels/${channel.id}`}>
                <span className={css.what}>
                  <b className="clip">{name}</b>
                  <span className="small">{facts}</span>
                </span>
                <span className={`n ${css.items ?? ""}`}>{words.count(items)}</span>
                <Icon of={ChevronRight} />
              </a>
            ) : (
              <div className={css.what}>
                <b className="clip">{name}</b>
                <span className="small">{facts}</span>
                <span className={`st warn ${css.notHere ?? ""}`}>
                  <Icon of={TriangleAlert} size={18} />
                  {words.notHere}
                </span>
              </div>
            )}
            {channel.address === undefined ? null : (
              <ChannelNews
                channel={channel}
                told={told}
                check={() => check(channel.address ?? "")}
              />
            )}
            <div className={css.acts}>
              {channel.whole ? (
                <span className="small">{words.size(sizeInWords(channel.bytes))}</span>
              ) : null}
              {channel.address === undefined ? null : (
                <Button
                  look="text"
                  aria-label={words.checkOf(name)}
                  icon={<Icon of={RefreshCw} size={18} />}
                  onClick={() => check(channel.address ?? "")}
                >
                  {words.check}
                </Button>
              )}
              {channel.address === undefined ? null : (
                <a
                  className="btn text"
                  aria-label={words.codeOf(name)}
                  href={`#/channels/${channel.id}/code`}
                >
                  <Icon of={QrCode} size={18} />
                  {words.code}
                </a>
              )}
              {channel.canStepBack ? (
                <Button
                  look="text"
                  icon={<Icon of={Undo2} size={18} />}
                  onClick={() => void stepBack(channel)}
                >
                  {words.stepBack}
                </Button>
              ) : null}
              <RemoveChannel channel={channel} removed={(gone) => told(words.removed(gone))} />
            </div>
          </li>
        );
      })}
    </ul>
  );
};
