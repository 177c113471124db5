import { type ListedChannel, type OpmlFailure, readOpml } from "@dianbo/shared/channel";
import { ArrowLeft, KeyRound } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import type { ChannelSummary } from "../../storage/channels/index.ts";
import css from "./channels.module.css";
import { type TakenChannel, useOpmlTaking } from "./use-opml-taking.ts";

type Read =
  | { readonly type: "reading" }
  | { readonly type: "failed"; readonly why: OpmlFailure["type"] }
  | {
      readonly type: "list";
      readonly channels: readonly ListedChannel[];
      readonly others: number;
    };

/** Larger than any list; a film that was chosen by mistake is not read. Bytes. */
const MOST = 2 * 1024 * 1024;

const read = async (file: File): Promise<Read> => {
  if (file.size > MOST) return { type: "failed", why: "xml-too-large" };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return { type: "failed", why: "not-xml" };
  const list = readOpml(new Uint8Array(bytes), location.origin);
  return list.ok ? { type: "list", ...list.value } : { type: "failed", why: list.error.type };
};

const outcomeInWords = (
  outcome: TakenChannel,
  name: string,
  words: Words["channels"],
): { readonly text: string; readonly look: string } => {
  switch (outcome.type) {
    case "working":
      return { text: words.opmlWorking(name), look: "dim" };
    case "done":
      return { text: words.opmlDone(outcome.items), look: "st ok" };
    case "failed":
      return { text: words.failures[outcome.why], look: "bad" };
  }
};

/** A list of channels (OPML): which of them to subscribe to. Nothing is fetched before the button. */
export const OpmlPreview = ({
  file,
  channels,
  leave,
}: {
  readonly file: File;
  /** What is subscribed to or published here. */
  readonly channels: readonly ChannelSummary[];
  readonly leave: () => void;
}) => {
  const { channels: words } = useWords();
  const [list, setList] = useState<Read>({ type: "reading" });
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const { outcomes, busy, take } = useOpmlTaking();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    void read(file).then(setList);
  }, [file]);
  const isHere = ({ id, address }: ListedChannel): boolean =>
    channels.some((one) => one.id === id || one.address === address);
  const listed = list.type === "list" ? list.channels : [];
  const open = listed.filter((one) => !isHere(one) && outcomes.get(one.address)?.type !== "done");
  const wanted = open.filter(({ address }) => !unticked.has(address));
  const toggle = (address: string): void => {
    const next = new Set(unticked);
    if (!next.delete(address)) next.add(address);
    setUnticked(next);
  };
  return (
    <main className="main">
      <div className="head">
        <Button look="text" aria-label={words.opmlLeave} onClick={leave}>
          <Icon of={ArrowLeft} />
        </Button>
        <h1 ref={heading} tabIndex={-1} className={css.heading}>
          {words.opmlRoom}
        </h1>
        <span className="dim clip">{file.name}</span>
        <span className="end n">
          {list.type === "list" ? words.opmlRead(list.channels.length) : ""}
        </span>
      </div>
      <section className={`sheet ${css.opml ?? ""}`} aria-label={words.opmlRoom}>
        {list.type === "failed" ? (
          <p className="note bad" role="alert">
            {words.opmlFailures[list.why]}
          </p>
        ) : null}
        {list.type === "list" && listed.length === 0 ? <p>{words.opmlEmpty}</p> : null}
        <ul className={css.rows}>
          {listed.map((channel) => {
            const { name, address, key } = channel;
            const outcome = outcomes.get(address);
            const here = isHere(channel) && outcome === undefined;
            const said = outcome === undefined ? undefined : outcomeInWords(outcome, name, words);
            return (
              <li key={address}>
                <label className={css.tickRow}>
                  <input
                    type="checkbox"
                    aria-label={words.opmlTick(name)}
                    checked={!here && outcome?.type !== "done" && !unticked.has(address)}
                    disabled={here || busy || outcome?.type === "done"}
                    onChange={() => toggle(address)}
                  />
                  <span className={css.what}>
                    <b className="clip">{name}</b>
                    <span className="small clip">{address}</span>
                    {key === undefined ? null : (
                      <span className="small">
                        <Icon of={KeyRound} size={16} /> {words.opmlWithKey}
                      </span>
                    )}
                  </span>
                  {here ? <span className="st ok">{words.opmlHere}</span> : null}
                </label>
                <p role="status" className={`${said?.look ?? ""} ${css.outcome ?? ""}`}>
                  {said?.text ?? ""}
                </p>
              </li>
            );
          })}
        </ul>
        {list.type === "list" && list.others > 0 ? (
          <p className="small">{words.opmlOthers(list.others)}</p>
        ) : null}
        <div className={css.opmlFoot}>
          {open.length === 0 ? (
            <Button look="go" onClick={leave}>
              {words.opmlLeave}
            </Button>
          ) : (
            <>
              <Button
                look="go"
                disabled={busy || wanted.length === 0}
                onClick={() => void take(wanted)}
              >
                {words.opmlTake(wanted.length)}
              </Button>
              <span className="small">{words.opmlRhythm}</span>
            </>
          )}
        </div>
      </section>
    </main>
  );
};
