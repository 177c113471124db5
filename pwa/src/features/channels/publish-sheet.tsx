import { offeredItem } from "@dianbo/shared/channel";
import { CloudUpload, FileDown, FolderDown } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import type { ChannelSummary } from "../../storage/channels/index.ts";
import { canChooseFolder } from "./channel-folder.ts";
import css from "./channels.module.css";
import { itemsOffered, offersOf } from "./offers.ts";
import { PublishedList } from "./published-list.tsx";
import { usePublishing, type Way } from "./use-publishing.ts";

/** The giving half of the room: what is published already, and a form for the next release or another channel. */
export const PublishSheet = ({
  published,
  removed,
}: {
  readonly published: readonly ChannelSummary[];
  readonly removed: (name: string) => void;
}) => {
  const { channels: words } = useWords();
  const { clock } = useDependencies();
  const snapshot = useSnapshot();
  const { site } = useIdentity();
  const { busy, said, publish, again } = usePublishing();
  const [channel, setChannel] = useState<ChannelSummary>();
  const [name, setName] = useState("");
  const [offer, setOffer] = useState("all");
  const [nameMissing, setNameMissing] = useState(false);
  const id = useId();

  const offers = useMemo(() => offersOf(snapshot, site, words), [snapshot, site, words]);
  const { items, leaving } = useMemo(() => {
    const wanted = itemsOffered(offer, snapshot, site, clock.now());
    return { items: wanted.length, leaving: wanted.filter((item) => offeredItem(item)).length };
  }, [offer, snapshot, site, clock]);

  const choose = (next: ChannelSummary | undefined): void => {
    setChannel(next);
    setName(next?.index.name ?? "");
    setOffer(next?.offers ?? "all");
    setNameMissing(false);
  };
  const go = async (way: Way): Promise<void> => {
    setNameMissing(name.trim() === "");
    if (name.trim() === "") return;
    const saved = await publish({ channel: channel?.id, name: name.trim(), offer }, way);
    if (saved) choose(undefined);
  };
  return (
    <section className={`sheet ${css.half ?? ""}`} aria-labelledby={`${id}-title`}>
      <div className="sh">
        <h2 id={`${id}-title`}>
          {channel === undefined ? words.give : words.nextOf(channel.index.name)}
        </h2>
        {channel === undefined ? null : (
          <Button look="text" className="end" onClick={() => choose(undefined)}>
            {words.newOne}
          </Button>
        )}
      </div>
      <div className={css.body}>
        <p className="small">{words.giveNote}</p>
        <div className={css.form}>
          <label htmlFor={`${id}-name`}>{words.name}</label>
          <input
            id={`${id}-name`}
            className="field"
            maxLength={60}
            value={name}
            aria-invalid={nameMissing}
            aria-describedby={`${id}-missing`}
            onChange={(event) => setName(event.target.value)}
          />
          <label htmlFor={`${id}-what`}>{words.what}</label>
          <select
            id={`${id}-what`}
            className="field"
            value={offer}
            onChange={(event) => setOffer(event.target.value)}
          >
            {offers.map(({ key, word }) => (
              <option key={key} value={key}>
                {word}
              </option>
            ))}
          </select>
        </div>
        <p id={`${id}-missing`} role="alert" className="bad">
          {nameMissing ? words.nameMissing : ""}
        </p>
        <p>
          <b>{words.howMany(leaving)}</b>
          {items > leaving ? ` ${words.leftOut(items - leaving)}` : ""}
        </p>
        <dl className={css.leaving}>
          <dt>{words.leaves}</dt>
          <dd>{words.leavesNote}</dd>
          <dt>{words.stays}</dt>
          <dd>{words.staysNote}</dd>
        </dl>
        <div className={`row ${css.ways ?? ""}`}>
          <Button
            look="go"
            icon={<Icon of={FileDown} size={20} />}
            disabled={busy || leaving === 0}
            onClick={() => void go("file")}
          >
            {words.asFile}
          </Button>
          {canChooseFolder() ? (
            <Button
              icon={<Icon of={FolderDown} size={20} />}
              disabled={busy || leaving === 0}
              onClick={() => void go("folder")}
            >
              {words.asFolder}
            </Button>
          ) : null}
          <Button
            icon={<Icon of={CloudUpload} size={20} />}
            disabled={busy || leaving === 0}
            onClick={() => void go("web")}
          >
            {words.toWeb}
          </Button>
        </div>
        <p role="status" className={css.said}>
          {busy ? words.publishing : said?.type === "saved" ? said.text : ""}
        </p>
        <p role="alert" className="bad">
          {said?.type === "failed" ? words.failures[said.failure] : ""}
          {said?.type === "folder-failed" ? words.folderFailed : ""}
        </p>
        {published.length === 0 ? null : (
          <PublishedList
            channels={published}
            busy={busy}
            next={choose}
            again={(one, way) => void again(one.id, way)}
            removed={removed}
          />
        )}
      </div>
    </section>
  );
};
