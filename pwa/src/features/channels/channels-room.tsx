import { channelFolder } from "@dianbo/shared/channel";
import { CircleCheck, FileDown, FolderOpen, TriangleAlert } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { channelDoor, useChannels } from "../../app/channel-door.ts";
import { onBroughtChannelFile, takeBroughtChannelFile } from "../../app/channel-files.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { BackLink } from "../../design/back-link.tsx";
import { Button } from "../../design/button.tsx";
import { FileButton } from "../../design/file-button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import type { ChannelAsk, ChannelTrouble, LookedAt } from "../../storage/channels/index.ts";
import { canChooseFolder, channelInFolder, chooseFolder } from "./channel-folder.ts";
import css from "./channels.module.css";
import { PublishSheet } from "./publish-sheet.tsx";
import { knownAsSite } from "./publisher-standing.ts";
import { ReleasePreview } from "./release-preview.tsx";
import { SubscribedList } from "./subscribed-list.tsx";
import { useDroppedFolder } from "./use-dropped-folder.ts";
import { WebBox } from "./web-box.tsx";

/** Where the room stands: choosing, or looking through one release. */
type State =
  | {
      readonly type: "choosing";
      readonly reading?: string;
      readonly failure?: { readonly why: ChannelTrouble; readonly name: string | undefined };
      /** What came of the last act. */
      readonly said?: string;
    }
  | { readonly type: "preview"; readonly looked: LookedAt };

/** The room of channels: what is subscribed to, opening a release, giving one out. */
export const ChannelsRoom = () => {
  const { channels: words } = useWords();
  const { clock, library, inbox } = useDependencies();
  const channels = useChannels();
  const [state, setState] = useState<State>({ type: "choosing" });

  const look = useCallback(
    async (
      name: string,
      open: () => Promise<ChannelAsk | ChannelTrouble>,
      isCheck = false,
    ): Promise<void> => {
      setState({ type: "choosing", reading: name });
      const ask = await open();
      const reply = typeof ask === "string" ? undefined : await channelDoor().ask(ask);
      if (reply?.type === "looked") {
        const { records } = library.snapshot();
        const looked = await knownAsSite(reply.looked, records, library.identity().site);
        const { name, release } = reply.looked.index;
        // Whoever looks for news of what he has wants to know that there is none, and no more.
        if (isCheck && looked?.standing === "same") {
          void channelDoor().ask({ type: "leave" });
          setState({ type: "choosing", said: words.nothingNew(name, release) });
          return;
        }
        setState(
          looked === undefined
            ? { type: "choosing", failure: { why: "other-signer", name } }
            : { type: "preview", looked },
        );
      } else {
        const failed = reply?.type === "failed" ? reply : undefined;
        const why = typeof ask === "string" ? ask : (failed?.failure ?? "not-stored");
        setState({ type: "choosing", failure: { why, name: failed?.name } });
      }
    },
    [library, words],
  );
  const openFile = useCallback(
    (file: File) => look(file.name, async () => ({ type: "look", from: { type: "file", file } })),
    [look],
  );
  const openFolder = useCallback(
    (folder: FileSystemDirectoryHandle) =>
      look(folder.name, async () => {
        try {
          const from = await channelInFolder(folder);
          return from === undefined ? "not-a-channel" : { type: "look", from };
        } catch {
          // The stick was pulled out while it was looked through.
          return "not-a-channel";
        }
      }),
    [look],
  );
  const leaveFor = inbox?.portals;
  const openWeb = (typed: string, isCheck = false): void => {
    const folder = channelFolder(typed, location.origin);
    const open = async (): Promise<ChannelAsk | ChannelTrouble> => {
      if (!folder.ok) return folder.error.type;
      // Asked in the click itself, for the browser shows its question only then.
      const mayAsk = await leaveFor?.ask([new URL(folder.value).hostname]);
      return mayAsk === false
        ? "no-leave"
        : { type: "look", from: { type: "web", address: folder.value } };
    };
    void look(typed, open, isCheck);
  };
  useEffect(() => {
    const take = (): void => {
      const file = takeBroughtChannelFile();
      if (file !== undefined) void openFile(file);
    };
    take();
    return onBroughtChannelFile(take);
  }, [openFile]);
  const drop = useDroppedFolder(openFolder);

  const chosenFolder = async (): Promise<void> => {
    const folder = await chooseFolder("read");
    if (folder !== undefined) await openFolder(folder);
  };
  const take = async ({ index, standing }: LookedAt): Promise<void> => {
    const reply = await channelDoor().ask({ type: "take", at: clock.now() });
    if (reply.type !== "done") {
      const failed = reply.type === "failed" ? reply : undefined;
      const why = failed?.failure ?? "not-stored";
      setState({ type: "choosing", failure: { why, name: failed?.name } });
      return;
    }
    const count = standing === "update" ? index.release : index.items;
    setState({ type: "choosing", said: words.taken[standing](index.name, count) });
  };
  const leave = (): void => {
    void channelDoor().ask({ type: "leave" });
    setState({ type: "choosing" });
  };

  if (state.type === "preview") {
    return <ReleasePreview looked={state.looked} take={() => take(state.looked)} leave={leave} />;
  }
  const subscribed = channels?.filter(({ role }) => role === "subscribed");
  const published = channels?.filter(({ role }) => role === "published") ?? [];
  const told = (said: string): void => setState({ type: "choosing", said });
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
            <WebBox open={(typed) => openWeb(typed)} />
          </div>
        </section>
        <PublishSheet published={published} removed={(name) => told(words.removed(name))} />
      </div>
    </main>
  );
};
