import { CATEGORIES, CATEGORY_NAMES } from "@dianbo/shared/category";
import { isListed } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import { byMenuNumber, isOffered } from "@dianbo/shared/set-menu";
import type { Selection } from "@dianbo/shared/sharing";
import { MessageSquareText, Share2 } from "lucide-react";
import { useRef, useState } from "react";
import { useExportList, useExportPackage, useListMessages } from "../../app/export-list.ts";
import { useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { DigitBlock, RoundTag } from "../../design/number-tag.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import { CodeButton, type ShownCode } from "./code/code-button.tsx";
import css from "./sharing.module.css";

/** A list as the messages of a chat. */
export interface Messages {
  readonly name: string;
  readonly texts: readonly string[];
}

/** The giving half of the room: everything, a shelf, or a set menu, each one click. */
export const GiveList = ({
  onMessages,
  onCode,
}: {
  readonly onMessages: (messages: Messages) => void;
  readonly onCode: (shown: ShownCode) => void;
}) => {
  const { sharing: words } = useWords();
  const snapshot = useSnapshot();
  const exportList = useExportList();
  const writeMessages = useListMessages();
  const exportPackage = useExportPackage();
  const [withNotes, setWithNotes] = useState(false);
  const [withFilms, setWithFilms] = useState(false);
  const [going, setGoing] = useState<{ readonly done: number; readonly total: number }>();
  const stopper = useRef<AbortController>(undefined);
  const [said, setSaid] = useState("");
  const items = [...snapshot.items.values()].filter(isListed);
  const menus = [...snapshot.menus.values()].filter(isOffered).sort(byMenuNumber);

  const givePackage = async (selection: Selection, name: string): Promise<void> => {
    const abort = new AbortController();
    stopper.current = abort;
    setSaid("");
    const onProgress = (done: number, total: number): void => setGoing({ done, total });
    const wish = { withNotes, onProgress, signal: abort.signal };
    const exported = await exportPackage(selection, name, wish);
    setGoing(undefined);
    setSaid(
      exported.type === "saved"
        ? words.packaged(exported.fileName, exported.films, sizeInWords(exported.bytes))
        : words.notPackaged[exported.type],
    );
  };
  const give = async (selection: Selection, name: string): Promise<void> => {
    if (withFilms) {
      await givePackage(selection, name);
      return;
    }
    const exported = await exportList(selection, name, withNotes);
    setSaid(exported === undefined ? "" : words.exported(exported.fileName, exported.items));
  };
  const giveAsText = async (selection: Selection, name: string): Promise<void> => {
    const written = await writeMessages(selection, name, withNotes);
    if (written?.type === "messages") onMessages({ name, texts: written.texts });
    setSaid(written?.type === "too-long" ? words.tooLongForText(written.items) : "");
  };
  const buttons = (selection: Selection, name: string) => (
    <>
      <CodeButton {...{ selection, name, withNotes, onCode }} say={setSaid} />
      <Button
        look="text"
        aria-label={words.textOf(name)}
        icon={<Icon of={MessageSquareText} size={18} />}
        onClick={() => void giveAsText(selection, name)}
      >
        {words.text}
      </Button>
      <Button
        look="text"
        className={css.give ?? ""}
        aria-label={words.exportOf(name)}
        icon={<Icon of={Share2} size={18} />}
        disabled={going !== undefined}
        onClick={() => void give(selection, name)}
      >
        {words.export}
      </Button>
    </>
  );
  const idsOn = (category: number): readonly RecordId[] =>
    items.filter((item) => item.category === category).map(({ id }) => id);

  return (
    <section className={`sheet ${css.half ?? ""}`} aria-labelledby="give-list">
      <div className="sh">
        <h2 id="give-list">{words.give}</h2>
      </div>
      <p className={`small ${css.say ?? ""}`}>{words.giveNote}</p>
      {items.length === 0 ? (
        <p className={css.say}>{words.noItems}</p>
      ) : (
        <div className={css.choices}>
          <ul className={css.rows}>
            <li className="row">
              <b className="grow">{words.everything}</b>
              <span className="small n">{words.count(items.length)}</span>
              {buttons({ items: items.map(({ id }) => id), menus: [] }, words.everything)}
            </li>
          </ul>
          <h3>{words.shelves}</h3>
          <ul className={css.rows}>
            {CATEGORIES.map((category) => {
              const ids = idsOn(category);
              return ids.length === 0 ? null : (
                <li className="row" key={category}>
                  <DigitBlock digit={category} />
                  <span className="grow clip">{CATEGORY_NAMES[category]}</span>
                  <span className="small n">{words.count(ids.length)}</span>
                  {buttons({ items: ids, menus: [] }, CATEGORY_NAMES[category])}
                </li>
              );
            })}
          </ul>
          <h3>{words.menus}</h3>
          {menus.length === 0 ? <p className="small">{words.noMenus}</p> : null}
          <ul className={css.rows}>
            {menus.map((menu) => (
              <li className="row" key={menu.id}>
                {menu.number == null ? null : <RoundTag number={menu.number} />}
                <span className="grow clip">{menu.name}</span>
                {buttons({ items: [], menus: [menu.id] }, menu.name)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={css.foot}>
        <label className={css.notes}>
          <input
            type="checkbox"
            checked={withNotes}
            onChange={(event) => setWithNotes(event.target.checked)}
          />
          <span>
            {words.withNotes} <span className="small">{words.withNotesHint}</span>
          </span>
        </label>
        <label className={css.notes}>
          <input
            type="checkbox"
            checked={withFilms}
            onChange={(event) => setWithFilms(event.target.checked)}
          />
          <span>
            {words.withFilms} <span className="small">{words.withFilmsHint}</span>
          </span>
        </label>
        {going === undefined ? null : (
          <div className={css.giving}>
            <progress
              aria-label={words.packing}
              max={Math.max(1, going.total)}
              value={going.done}
            />
            <span className="small">
              {words.packed(sizeInWords(going.done), sizeInWords(going.total))}
            </span>
            <Button look="text" onClick={() => stopper.current?.abort()}>
              {words.stopPacking}
            </Button>
          </div>
        )}
        <p role="status" className={css.said}>
          {said}
        </p>
      </div>
    </section>
  );
};
