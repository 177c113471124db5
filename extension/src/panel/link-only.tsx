import { useState } from "react";
import type { ClipDraft } from "../clipping/clip-draft.ts";
import { askLeave, hostsOf } from "../clipping/host-leave.ts";
import { useWords } from "../locales/index.ts";
import styles from "./clip-panel.module.css";

/**
 * Why a film is kept as a link and not as a file; where its player keeps its address to itself, the way to
 * see what it fetches, on hosts that the person is asked for by name.
 */
export const LinkOnly = ({
  tab,
  draft,
}: {
  readonly tab: number | undefined;
  readonly draft: ClipDraft;
}) => {
  const words = useWords();
  const [looking, setLooking] = useState(false);
  const { frames, hasStream, kind, protected: because, url } = draft.recognised;
  if (kind !== "link") return null;
  if (because !== undefined) {
    return <p className={`note warn ${styles.held}`}>{words.protected[because]}</p>;
  }
  if (!hasStream && frames.length === 0) return null;
  const hosts = hostsOf([url, ...frames]);
  const look = async (): Promise<void> => {
    // The browser shows its question only in the very stroke: nothing may be awaited before it.
    if (!(await askLeave(hosts)) || tab === undefined) return;
    setLooking(true);
    await chrome.tabs.reload(tab);
  };
  return (
    <div className={`note warn ${styles.film}`}>
      <p>{hasStream ? words.streamOnly : words.framesOnly}</p>
      {tab === undefined ? null : (
        <>
          <p role="status">{looking ? words.looking : words.findHint(hosts)}</p>
          <button type="button" className="btn" onClick={() => void look().catch(() => undefined)}>
            {words.findFilm}
          </button>
        </>
      )}
    </div>
  );
};
