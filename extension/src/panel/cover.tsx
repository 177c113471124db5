import { useEffect, useState } from "react";
import { coverPreview } from "../clipping/cover-preview.ts";
import styles from "./clip-panel.module.css";
import { clockOf } from "./sizes-in-words.ts";

/** The cover as the page shows it, with the playing time; nothing where there is no picture. */
export const Cover = ({
  tab,
  url,
  seconds,
}: {
  readonly tab: number;
  readonly url: string;
  readonly seconds: number | undefined;
}) => {
  const [picture, setPicture] = useState<string | undefined>(undefined);
  useEffect(() => {
    let stopped = false;
    void coverPreview(tab, url).then((found) => {
      if (!stopped) setPicture(found);
    });
    return () => {
      stopped = true;
    };
  }, [tab, url]);
  if (picture === undefined) return null;
  return (
    <div className={styles.thumb}>
      <img src={picture} alt="" />
      {seconds === undefined ? null : (
        <span className={`n ${styles.duration}`}>{clockOf(seconds)}</span>
      )}
    </div>
  );
};
