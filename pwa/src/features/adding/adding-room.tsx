import { ArrowLeft, FilePlus2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { takeBroughtFiles } from "../../app/brought-files.ts";
import { useFileDrop } from "../../app/use-file-drop.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./adding-room.module.css";
import { FileList } from "./file-list.tsx";
import { OutcomeLine, SaveBar } from "./save-bar.tsx";
import { TypedForm } from "./typed-form.tsx";
import { type FileRows, MOST_FILES, useFileRows } from "./use-file-rows.ts";

const Files = ({
  files,
  over,
  choose,
}: {
  readonly files: FileRows;
  readonly over: boolean;
  readonly choose: () => void;
}) => {
  const { adding: words } = useWords();
  if (files.rows.length === 0) {
    return (
      <section className={`sheet ${css.empty ?? ""} ${over ? (css.over ?? "") : ""}`}>
        <h2>{over ? words.drop : words.emptyTitle}</h2>
        <p className="dim">{words.emptyMore}</p>
        <Button look="go" icon={<FilePlus2 size={20} aria-hidden="true" />} onClick={choose}>
          {words.choose}
        </Button>
      </section>
    );
  }
  return (
    <>
      {files.leftOut === 0 ? null : (
        <p className="note warn">{words.leftOut(MOST_FILES, files.leftOut)}</p>
      )}
      <OutcomeLine outcome={files.outcome} />
      <section
        className={`sheet ${css.sheet ?? ""} ${over ? (css.over ?? "") : ""}`}
        aria-label={words.list}
      >
        <FileList files={files} />
        <SaveBar files={files} />
      </section>
    </>
  );
};

/** 「加课件」: files of this PC, looked through before they are saved, or one row typed. */
export const AddingRoom = () => {
  const { adding: words } = useWords();
  const files = useFileRows();
  const [way, setWay] = useState<"file" | "hand">("file");
  const input = useRef<HTMLInputElement>(null);
  const bring = (brought: readonly File[]): void => {
    setWay("file");
    files.add(brought);
  };
  const drop = useFileDrop(bring);

  // What was dropped on the library came here with the person.
  const first = useRef(bring);
  useEffect(() => {
    const brought = takeBroughtFiles();
    if (brought.length > 0) first.current(brought);
  }, []);

  const choose = (): void => input.current?.click();
  return (
    <main className="main" {...drop.props}>
      <div className="head">
        <a href="#/library" className="btn text">
          <ArrowLeft size={20} strokeWidth={1.75} aria-hidden="true" />
          {words.back}
        </a>
        <h1>{words.title}</h1>
        <Choice
          name={words.ways}
          options={[
            { value: "file", word: words.byFile },
            { value: "hand", word: words.byHand },
          ]}
          chosen={way}
          onChoose={setWay}
        />
        {way === "hand" || files.rows.length === 0 || files.saving ? null : (
          <Button
            className="end"
            icon={<FilePlus2 size={20} strokeWidth={1.75} aria-hidden="true" />}
            onClick={choose}
          >
            {words.chooseMore}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={words.choose}
          onChange={(event) => {
            bring([...(event.target.files ?? [])]);
            // The same file may be chosen again once its row was left out.
            event.target.value = "";
          }}
        />
      </div>
      {way === "hand" ? <TypedForm /> : <Files files={files} over={drop.over} choose={choose} />}
    </main>
  );
};
