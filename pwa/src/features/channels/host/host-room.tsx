import { channelFolder } from "@dianbo/shared/channel";
import { civilDateOf } from "@dianbo/shared/clock";
import { CloudUpload, Lock } from "lucide-react";
import { useId, useState } from "react";
import { channelDoor, useChannels } from "../../../app/channel-door.ts";
import { useDependencies } from "../../../app/library-context.tsx";
import { Opening } from "../../../app/opening.tsx";
import { BackLink } from "../../../design/back-link.tsx";
import { Button } from "../../../design/button.tsx";
import { Icon } from "../../../design/icon.tsx";
import { sizeInWords } from "../../../design/size-in-words.ts";
import type { ChannelSummary } from "../../../storage/channels/index.ts";
import css from "./host.module.css";
import { type HostDraft, placeOf, readAddressOf } from "./host-draft.ts";
import { HostForm } from "./host-form.tsx";
import { HostOutcome } from "./host-outcome.tsx";
import { useHostingWords } from "./hosting-words.ts";
import { PinLine } from "./pin-line.tsx";
import { useHosting } from "./use-hosting.ts";
import { type KeptHost, useKeptHost } from "./use-kept-host.ts";

/** Where others read a channel: as typed, else as far as the place tells. */
const readAtOf = (typed: string, draft: HostDraft): string | undefined => {
  const folder = channelFolder(typed, location.origin);
  if (folder.ok) return folder.value;
  const place = placeOf(draft);
  return place.ok ? readAddressOf(place.value) : undefined;
};

const HostSheets = ({
  channel,
  kept,
  store,
}: {
  readonly channel: ChannelSummary;
  readonly kept: KeptHost;
  readonly store: ReturnType<typeof useKeptHost>;
}) => {
  const words = useHostingWords();
  const { home } = useDependencies();
  const [draft, setDraft] = useState(kept.draft);
  const [typedAt, setTypedAt] = useState(channel.address ?? "");
  const [said, setSaid] = useState("");
  const id = useId();
  const readAt = readAtOf(typedAt, draft);
  const reached = async (from: HostDraft): Promise<void> => {
    await store.keep(from);
    const known = readAtOf(typedAt, from);
    if (known !== undefined && known !== channel.address) {
      await channelDoor().ask({ type: "lies-at", channel: channel.id, address: known });
    }
  };
  const { state, still, stop, tryIt, makeFolder, publish } = useHosting(channel, readAt, reached);
  const isBusy = state.type === "trying" || state.type === "making" || state.type === "sending";
  const change = (next: HostDraft): void => {
    setDraft(next);
    // Where the other kind of host is read is not where this one is.
    if (next.type !== draft.type) setTypedAt("");
    setSaid("");
    if (!isBusy) still();
  };
  const outcome = {
    state,
    readAt,
    isHosted: home === "hosted",
    makeFolder: () => void makeFolder(draft),
  };
  const { release, items, publishedAt } = channel.index;
  return (
    <div className={css.halves}>
      <section className={`sheet ${css.half ?? ""}`} aria-labelledby={`${id}-where`}>
        <div className="sh">
          <h2 id={`${id}-where`}>{words.where}</h2>
        </div>
        <form
          className={css.body}
          onSubmit={(event) => {
            event.preventDefault();
            void tryIt(draft);
          }}
        >
          <PinLine
            secret={kept.secret}
            unlock={async (pin) => {
              const opened = await store.unlock(pin);
              if (typeof opened === "string") return opened;
              setDraft(opened);
              return undefined;
            }}
          />
          <HostForm draft={draft} readAt={typedAt} change={change} changeReadAt={setTypedAt} />
          <div className={`row ${css.acts ?? ""}`}>
            <Button type="submit" disabled={isBusy}>
              {words.tryIt}
            </Button>
            {kept.secret === "none" ? null : (
              <Button
                look="text"
                disabled={isBusy}
                onClick={() => {
                  void store.forget().then(() => setSaid(words.forgotten));
                  setDraft({ ...draft, address: "", account: "", keyId: "", secret: "" });
                  still();
                }}
              >
                {words.forget}
              </Button>
            )}
          </div>
          <HostOutcome {...outcome} act="try" />
          <p role="status">{store.notKept === undefined ? said : words.notKept[store.notKept]}</p>
        </form>
      </section>
      <section className={`sheet ${css.side ?? ""}`} aria-labelledby={`${id}-send`}>
        <div className="sh">
          <h2 id={`${id}-send`}>{words.sendTitle}</h2>
        </div>
        <div className={css.body}>
          <p className={css.which}>
            <b>{words.which(release, items, civilDateOf(publishedAt))}</b>
          </p>
          {state.type === "sending" ? (
            <div className={css.progress}>
              <progress
                aria-label={words.sendTitle}
                max={Math.max(1, state.progress?.ofBytes ?? 1)}
                value={state.progress?.sent ?? 0}
              />
              <p role="status" className="small">
                {state.progress === undefined
                  ? words.looking
                  : words.sent(
                      state.progress.files,
                      state.progress.ofFiles,
                      sizeInWords(state.progress.sent),
                      sizeInWords(state.progress.ofBytes),
                    )}
              </p>
              <div className="row">
                <Button onClick={stop}>{words.stop}</Button>
                <span className="small">{words.leaving}</span>
              </div>
            </div>
          ) : (
            <Button
              look="go"
              icon={<Icon of={CloudUpload} size={20} />}
              disabled={isBusy || kept.secret === "locked"}
              onClick={() => void publish(draft)}
            >
              {state.type === "failed" &&
              state.act === "publish" &&
              (state.progress?.files ?? 0) > 0
                ? words.goOn
                : words.send}
            </Button>
          )}
          <HostOutcome {...outcome} act="publish" />
          <dl className={css.facts}>
            <dt>{words.orderTitle}</dt>
            <dd>{words.order}</dd>
            <dt>{words.oldTitle}</dt>
            <dd>{words.old}</dd>
            <dt>
              <Icon of={Lock} size={18} /> {words.keptTitle}
            </dt>
            <dd>{words.kept}</dd>
          </dl>
        </div>
      </section>
    </div>
  );
};

const Published = ({ channel }: { readonly channel: ChannelSummary }) => {
  const store = useKeptHost(channel.id);
  return store.kept === undefined ? (
    <Opening />
  ) : (
    <HostSheets channel={channel} kept={store.kept} store={store} />
  );
};

/** 发布到网上: one's own channel put into a WebDAV folder or an object store, tried first, gone on with, stopped. */
export const HostRoom = ({ id }: { readonly id: string }) => {
  const words = useHostingWords();
  const { home } = useDependencies();
  const channels = useChannels();
  const channel = channels?.find((one) => one.id === id && one.role === "published");
  return (
    <main className="main">
      <div className="head">
        <BackLink to="#/channels" name={words.back} />
        <h1 className="clip">{channel === undefined ? "" : words.title(channel.index.name)}</h1>
        <p className="dim clip" title={words.lead}>
          {words.lead}
        </p>
      </div>
      {home === "hosted" ? <p className={`note ${css.hosted ?? ""}`}>{words.hosted}</p> : null}
      {channels === undefined ? (
        <Opening />
      ) : channel === undefined ? (
        <p className="note">{words.gone}</p>
      ) : channel.whole ? (
        <Published channel={channel} />
      ) : (
        <p className="note">{words.notWhole}</p>
      )}
    </main>
  );
};
