import type { Courseware } from "@dianbo/shared/courseware";
import { RoomIcon } from "../room-icons.tsx";
import { useRoomWords } from "../room-words.ts";
import type { Showing, WhyNot } from "../showing.ts";
import styles from "./called.module.css";
import { Cover } from "./cover.tsx";

/** Why an item cannot be shown here, and what to do instead. */
export const useWordsFor = (): ((
  item: Courseware,
  why: WhyNot,
) => readonly [what: string, next: string]) => {
  const words = useRoomWords();
  return (item, why) => {
    switch (why) {
      case "missing":
        if (item.place != null) {
          return [words.preview.keptWhere(item.place), words.preview.keptWhereNext];
        }
        return [words.preview.missing[item.kind], words.preview.missingNext];
      case "lapsed":
        return [words.preview.lapsed, words.preview.lapsedNext];
      case "link":
        return [words.preview.missing.link, words.preview.linkNext];
      case "other-program":
        return [
          words.preview.otherProgram(item.media?.name ?? item.title),
          words.preview.otherProgramNext,
        ];
    }
  };
};

const NotHere = ({ what, next }: { readonly what: string; readonly next: string }) => (
  <div className={styles["notHere"]}>
    <b>{what}</b>
    <p>{next}</p>
  </div>
);

/** A whole number: its item as large as the room allows, and the one key that puts it on. */
export const ItemPreview = ({
  item,
  showing,
  onPlay,
}: {
  readonly item: Courseware;
  readonly showing: Showing;
  readonly onPlay: () => void;
}) => {
  const words = useRoomWords();
  const wordsFor = useWordsFor();
  const long = [...item.title].length > 9;
  const read = ["article", "pdf", "picture", "office"].includes(showing.type);
  return (
    <section className={styles["preview"]}>
      <Cover item={item} />
      <h1 className={long ? styles["long"] : ""}>{item.title}</h1>
      <p className={styles["facts"]}>
        {item.minutes ? <b className="n">{words.minutes(item.minutes)}</b> : null}
        <span>{words.kind(item.kind)}</span>
        {item.publisher ? <span className="clip">{item.publisher}</span> : null}
      </p>
      {showing.type === "words" ? (
        <NotHere what={wordsFor(item, showing.why)[0]} next={wordsFor(item, showing.why)[1]} />
      ) : (
        <button type="button" tabIndex={-1} className={styles["enter"]} onClick={onPlay}>
          <RoomIcon name="play" />
          {read ? words.preview.pressEnterToRead : words.preview.pressEnter}
        </button>
      )}
    </section>
  );
};
