import { CircleCheck, FileDown, FolderOpen, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useChannels } from "../../app/channel-door.ts";
import { BackLink } from "../../design/back-link.tsx";
import { Button } from "../../design/button.tsx";
import { FileButton } from "../../design/file-button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { canChooseFolder, chooseFolder } from "./channel-folder.ts";
import { ChannelLists } from "./channel-lists.tsx";
import css from "./channels.module.css";
import { OpmlPreview } from "./opml-preview.tsx";
import { PublishSheet } from "./publish-sheet.tsx";
import { ReleasePreview } from "./release-preview.tsx";
import { SubscribedList } from "./subscribed-list.tsx";
import { useDroppedFolder } from "./use-dropped-folder.ts";
import { useLooking } from "./use-looking.ts";
import { WebBox } from "./web-box.tsx";

/** The room of channels: what is subscribed to, opening a release, giving one out. */
export const ChannelsRoom = () => {
  const { channels: words } = useWords();
  const channels = useChannels();
  const { state, brought, openFile, openFolder, openWeb, take, leave, told } = useLooking();
  const [listed, setListed] = useState<File>();
  const drop = useDroppedFolder(openFolder);

  const chosenFolder = async (): Promise<void> => {
    const folder = await chooseFolder("read");
    if (folder !== undefined) await openFolder(folder);
  };
  if (state.type === "preview") {
    const { looked } = state;
    const held = channels?.find(({ id }) => id === looked.index.channel)?.checks?.rhythm;
    return (
      <ReleasePreview
        looked={looked}
        rhythm={held}
        take={(rhythm) => take(looked, rhythm)}
        leave={leave}
      />
    );
  }
  if (listed !== undefined) {
    return (
      <OpmlPreview file={listed} channels={channels ?? []} leave={() => setListed(undefined)} />
    );
  }
  const subscribed = channels?.filter(({ role }) => role === "subscribed");
  const published = channels?.filter(({ role }) => role === "published") ?? [];
  return (
    <main className={drop.over ? `main ${css.over ?? ""}` : "main"} {...drop.props}>
      <div className="head">
        <BackLink to="#/share" name={words.toSharing} />
        <h1>{words.title}</h1>
        <p className={`dim clip ${css.lead ?? ""}`} title={words.lead}>
          {words.lead}
        </p>
      </div>
      <div role="status">
        {state.said === undefined ? null : (
          <div className={`note ok ${css.done ?? ""}`}>
            <Icon of={CircleCheck} />
            <b>{state.said}</b>
          </div>
        )}
      </div>
      <div className={css.halves}>
        <section className={`sheet ${css.half ?? ""}`} aria-labelledby="channels-mine">
          <div className="sh">
            <h2 id="channels-mine">{words.mine}</h2>
          </div>
          <div className={css.body}>
            <div role="alert">
              {state.failure === undefined ? null : (
                <div className={`note bad ${css.refused ?? ""}`}>
                  <Icon of={TriangleAlert} />
                  <span>
                    <b>
                      {state.failure.name === undefined
                        ? words.refusedTitle
                        : words.refusedAbout(state.failure.name)}
                    </b>
                    <br />
                    {words.failures[state.failure.why]}
                  </span>
                </div>
              )}
            </div>
            <p role="status">{state.reading === undefined ? "" : words.reading(state.reading)}</p>
            {subscribed === undefined ? null : (
              <SubscribedList
                channels={subscribed}
                told={told}
                check={(address) => openWeb(address, true)}
              />
            )}
            <div className={css.open}>
              <div className="row">
                <FileButton
                  look="go"
                  accept=".dianbo"
                  icon={<Icon of={FileDown} size={20} />}
                  onFile={(file) => void openFile(file)}
                >
                  {words.open}
                </FileButton>
                {canChooseFolder() ? (
                  <Button
                    icon={<Icon of={FolderOpen} size={20} />}
                    onClick={() => void chosenFolder()}
                  >
                    {words.openFolder}
                  </Button>
                ) : null}
              </div>
              <p className="small">{words.otherWays}</p>
            </div>
            <WebBox brought={brought} open={(typed) => openWeb(typed)} />
            <ChannelLists channels={subscribed ?? []} told={told} open={setListed} />
          </div>
        </section>
        <PublishSheet published={published} removed={(name) => told(words.removed(name))} />
      </div>
    </main>
  );
};
