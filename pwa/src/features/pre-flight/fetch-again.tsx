import { shareOf } from "@dianbo/shared/clip";
import type { Instant } from "@dianbo/shared/clock";
import type { Courseware, Source } from "@dianbo/shared/courseware";
import type { Fault } from "@dianbo/shared/pre-flight";
import { CloudDownload } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { DownloadRow } from "../../app/downloads-door.ts";
import type { FetchedAgain } from "../../app/inbox-source.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import css from "./pre-flight.module.css";
import type { PreFlight } from "./use-pre-flight.ts";

interface Asked {
  readonly state: "idle" | "opening" | FetchedAgain;
  readonly at: Instant;
}

const never = () => () => undefined;

/** The item's row in the queue of downloads: while its file is on its way, and once it was held. */
const useDownload = (id: string): DownloadRow | undefined => {
  const door = useDependencies().inbox?.downloads;
  const state = useSyncExternalStore(door?.subscribe ?? never, () => door?.state());
  return state?.rows.find((row) => row.id === id);
};

/** How the file comes along, in words. */
const onItsWay = (row: DownloadRow, words: Words["preFlight"]["fetching"]): string => {
  const { file } = row;
  if (file?.state === "failed") return words.failed;
  if (file?.state !== "downloading") return words.waits;
  const share = shareOf(file);
  return share === undefined ? words.begun : words.share(Math.floor(share * 100));
};

/**
 * A broken file fetched anew. Inside the extension its page is opened behind the others and the file queued,
 * and the menu is looked at again once it is here; elsewhere the page is one click away.
 */
export const FetchAgain = ({
  item,
  source,
  fault,
  flight,
}: {
  readonly item: Courseware;
  readonly source: Source;
  readonly fault: Fault;
  readonly flight: PreFlight;
}) => {
  const { preFlight: words } = useWords();
  const { inbox, clock } = useDependencies();
  const [asked, setAsked] = useState<Asked>({ state: "idle", at: clock.now() });
  const known = useDownload(item.id);
  const row = known?.file === undefined ? undefined : known;
  const held = known?.file === undefined && (known?.heldAt ?? 0) > asked.at;
  const { again } = flight;
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  useEffect(() => {
    if (held) latest.current();
  }, [held]);

  if (inbox?.downloads === undefined) {
    return (
      <a className="btn text" href={source.url} target="_blank" rel="noreferrer">
        {words.fetch}
      </a>
    );
  }
  const begin = async (): Promise<void> => {
    const at = clock.now();
    setAsked({ state: "opening", at });
    const { id, title, kind } = item;
    const spoilt = fault.type === "differs" || fault.type === "unreadable";
    setAsked({ at, state: await inbox.fetchAgain({ id, title, kind, url: source.url, spoilt }) });
  };
  const { state } = asked;
  if (row !== undefined || state === "opening" || state === "fetching") {
    return (
      <span className={css.fetching}>
        <span role="status">
          {row === undefined ? words.fetching.opening : onItsWay(row, words.fetching)}
        </span>
        <a className="btn text" href="#/downloads">
          {words.fetching.look}
        </a>
      </span>
    );
  }
  return (
    <>
      <Button
        icon={<Icon of={CloudDownload} size={18} />}
        disabled={flight.work.type !== "nothing"}
        onClick={() => void begin()}
      >
        {words.fetching.begin}
      </Button>
      {state === "idle" ? null : (
        <span className="small" role="alert">
          {words.fetching.refused[state]}
        </span>
      )}
    </>
  );
};
