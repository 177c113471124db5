import type { Courseware } from "@dianbo/shared/courseware";
import { useHeldFile } from "../../../app/use-held-file.ts";
import styles from "./called.module.css";

/** The cover that was kept, or the first frame of the film, or nothing: no stock pictures. */
export const Cover = ({ item }: { readonly item: Courseware }) => {
  const filmed = item.cover == null && (item.kind === "video" || item.kind === "film");
  const file = useHeldFile((filmed ? item.media?.hash : item.cover?.hash) ?? undefined);
  if (file.type === "missing") return null;
  const picture = (url: string) =>
    filmed ? (
      <video src={url} preload="auto" muted playsInline tabIndex={-1} aria-hidden="true" />
    ) : (
      <img src={url} alt="" />
    );
  return <div className={styles["cover"]}>{file.type === "held" ? picture(file.url) : null}</div>;
};
