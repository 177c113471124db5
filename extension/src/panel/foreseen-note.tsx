import { useEffect, useState } from "react";
import { type ClipDraft, draftFile } from "../clipping/clip-draft.ts";
import type { ForeseenTrouble } from "../downloading/hls/foresee-trouble.ts";
import { fetchedByPage } from "../list-clipping/fetched-by-page.ts";
import { useWords } from "../locales/index.ts";

/** A playlist has less; whoever sends more sends something else. */
const MOST_TEXT = 2_000_000;

/** Has the page itself read its lesson's playlist, as far as it may; nothing is kept. */
const foresee = async (tab: number, url: string): Promise<ForeseenTrouble | undefined> => {
  const answer = await fetchedByPage(tab, { url, form: undefined, most: MOST_TEXT });
  if (answer === undefined) return undefined;
  const { foreseeTrouble } = await import("../downloading/hls/foresee-trouble.ts");
  return foreseeTrouble(answer.html, answer.url);
};

/** Says before anything is saved that this computer cannot play a lesson, or that it cannot be kept. */
export const ForeseenNote = ({
  draft,
  tab,
}: {
  readonly draft: ClipDraft;
  readonly tab: number;
}) => {
  const words = useWords();
  const [trouble, setTrouble] = useState<ForeseenTrouble>();
  const url = draftFile(draft)?.url;
  const playlist = url !== undefined && /\.m3u8(?:[?#]|$)/iu.test(url) ? url : undefined;
  useEffect(() => {
    setTrouble(undefined);
    if (playlist === undefined) return;
    let isGone = false;
    void foresee(tab, playlist).then((found) => {
      if (!isGone) setTrouble(found);
    });
    return () => {
      isGone = true;
    };
  }, [tab, playlist]);
  return (
    <p role="status" className={trouble === undefined ? "visually-hidden" : "st warn"}>
      {trouble === undefined ? "" : words.fileFailed[trouble]}
    </p>
  );
};
