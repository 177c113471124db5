import { type ListedChannel, writeOpml } from "@dianbo/shared/channel";
import { civilDateOf } from "@dianbo/shared/clock";
import { FileDown, FileUp } from "lucide-react";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import { offerFile } from "../../app/offer-file.ts";
import { Button } from "../../design/button.tsx";
import { FileButton } from "../../design/file-button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import type { ChannelSummary } from "../../storage/channels/index.ts";
import css from "./channels.module.css";

const listed = ({ index, address }: ChannelSummary): readonly ListedChannel[] =>
  address === undefined
    ? []
    : [{ name: index.name, address, id: index.channel, key: index.publisherKey }];

/** The list of what is subscribed to, saved as OPML; and one from elsewhere, opened. */
export const ChannelLists = ({
  channels,
  told,
  open,
}: {
  readonly channels: readonly ChannelSummary[];
  readonly told: (said: string) => void;
  readonly open: (file: File) => void;
}) => {
  const { channels: words } = useWords();
  const { clock } = useDependencies();
  const { siteName } = useIdentity();
  const save = (): void => {
    const onTheWeb = channels.flatMap(listed);
    if (onTheWeb.length === 0) {
      told(words.opmlNothing);
      return;
    }
    const name = `${words.opmlFile(civilDateOf(clock.now()))}.opml`;
    const text = writeOpml(onTheWeb, words.opmlTitle(siteName));
    offerFile(new Blob([text], { type: "text/x-opml" }), name);
    told(words.opmlSaved(name, onTheWeb.length));
  };
  return (
    <div className={css.lists}>
      <div className="row">
        <FileButton
          look="text"
          accept=".opml,.xml"
          icon={<Icon of={FileUp} size={18} />}
          onFile={open}
        >
          {words.opmlOpen}
        </FileButton>
        {channels.length === 0 ? null : (
          <Button look="text" icon={<Icon of={FileDown} size={18} />} onClick={save}>
            {words.opmlSave}
          </Button>
        )}
      </div>
      <p className="small">{words.opmlHint}</p>
    </div>
  );
};
