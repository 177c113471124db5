import { Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { channelDoor } from "../../app/channel-door.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import type { ChannelSummary } from "../../storage/channels/index.ts";
import css from "./channels.module.css";

/** Gives a channel up, after saying what goes and what stays. */
export const RemoveChannel = ({
  channel,
  removed,
}: {
  readonly channel: ChannelSummary;
  readonly removed: (name: string) => void;
}) => {
  const { channels: words } = useWords();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const safe = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { name } = channel.index;
  const own = channel.role === "published";
  useEffect(() => {
    if (asking) safe.current?.focus();
  }, [asking]);

  const keep = (): void => {
    setAsking(false);
    opener.current?.focus();
  };
  const remove = async (): Promise<void> => {
    const reply = await channelDoor().ask({ type: "remove", channel: channel.id });
    setFailed(reply.type !== "done");
    if (reply.type === "done") removed(name);
  };
  return (
    <>
      <Button
        ref={opener}
        look="text"
        aria-label={own ? words.removeOwnOf(name) : words.removeOf(name)}
        aria-expanded={asking}
        icon={<Icon of={Trash2} size={18} />}
        onClick={() => setAsking(!asking)}
      >
        {own ? words.removeOwn : words.remove}
      </Button>
      {asking ? (
        <section
          className={`note warn ${css.question ?? ""}`}
          role="alertdialog"
          aria-label={own ? words.removingOwn(name) : words.removing(name)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            keep();
          }}
        >
          <p>
            <b>{own ? words.removingOwn(name) : words.removing(name)}</b>{" "}
            {own ? words.removingOwnWhat : words.removingWhat(sizeInWords(channel.bytes))}
          </p>
          <div className="row">
            <Button look="bad" onClick={() => void remove()}>
              {words.removeGo(name)}
            </Button>
            <Button ref={safe} onClick={keep}>
              {words.removeKeep}
            </Button>
            {failed ? (
              <span role="alert" className="bad">
                {words.failures["not-stored"]}
              </span>
            ) : null}
          </div>
        </section>
      ) : null}
    </>
  );
};
