import type { KeepingPlace } from "@dianbo/shared/courseware";
import type { OldRow } from "@dianbo/shared/old-list";
import { ArrowLeft, FilePlus2, FolderOpen } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { takeBroughtFiles } from "../../app/brought-files.ts";
import { useFileDrop } from "../../app/use-file-drop.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./adding-room.module.css";
import { BroughtList } from "./brought-list.tsx";
import { canOpenFolder, openFolder } from "./open-folder.ts";
import { OutcomeLine, SaveBar } from "./save-bar.tsx";
import { TableDesk } from "./table-desk.tsx";
import { TypedForm } from "./typed-form.tsx";
import { type BroughtRows, MOST_ROWS, useBroughtRows } from "./use-brought-rows.ts";
import { useOldTable } from "./use-old-table.ts";

const Files = ({
  files,
  over,
  choose,
  chooseFolder,
}: {
  readonly files: BroughtRows;
  readonly over: boolean;
  readonly choose: () => void;
  readonly chooseFolder: () => void;
}) => {
  const { adding: words, codes } = useWords();
  if (files.rows.length === 0) {
    return (
      <section className={`sheet ${css.empty ?? ""} ${over ? (css.over ?? "") : ""}`}>
        <h2>{over ? words.drop : words.emptyTitle}</h2>
        <p className="dim">{words.emptyMore}</p>
        <div className={css.ways}>
          <Button look="go" icon={<FilePlus2 size={20} aria-hidden="true" />} onClick={choose}>
            {words.choose}
          </Button>
          <Button icon={<FolderOpen size={20} aria-hidden="true" />} onClick={chooseFolder}>
            {words.chooseFolder}
          </Button>
        </div>
        <p className="small">
          {codes.emptyBook} <a href="#/share/scan">{codes.scan}</a>{" "}
          <a href="#/share">{codes.chooseFile}</a>
        </p>
      </section>
    );
  }
  return (
    <>
      {files.leftOut === 0 ? null : (
        <p className="note warn">{words.leftOut(MOST_ROWS, files.leftOut)}</p>
      )}
      <OutcomeLine outcome={files.outcome} />
      <section
        className={`sheet ${css.sheet ?? ""} ${over ? (css.over ?? "") : ""}`}
        aria-label={words.list}
      >
        <BroughtList files={files} />
        <SaveBar files={files} />
      </section>
    </>
  );
};

/** A dropped table is opened as one; everything else is a file to keep. */
const isTable = (file: File): boolean => /\.(?:xlsx|xls|et|csv|tsv)$/iu.test(file.name);

/** 「加课件」: files of this PC or the rows of an old table, looked through before they are saved, or one row typed. */
export const AddingRoom = () => {
  const { adding: words } = useWords();
  const files = useBroughtRows();
  const table = useOldTable();
  const [way, setWay] = useState<"file" | "table" | "hand">("file");
  const input = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const bring = (brought: readonly File[]): void => {
    const [only] = brought;
    if (way === "table" && brought.length === 1 && only !== undefined && isTable(only)) {
      table.open(only);
      return;
    }
    setWay("file");
    files.add(brought.map((file) => ({ file, lies: undefined })));
  };
  const drop = useFileDrop(bring);

  // What was dropped on the library came here with the person.
  const first = useRef(bring);
  useEffect(() => {
    const brought = takeBroughtFiles();
    if (brought.length > 0) first.current(brought);
  }, []);

  const choose = (): void => input.current?.click();
  const chooseFolder = (): void => {
    if (!canOpenFolder()) {
      folderInput.current?.click();
      return;
    }
    void openFolder(MOST_ROWS).then((opened) => {
      if (opened === undefined) return;
      setWay("file");
      files.add(opened.found, opened.more ? 1 : 0);
    });
  };
  const takeTable = (rows: readonly OldRow[], place: KeepingPlace | undefined): void => {
    files.addListed(rows, place);
    table.close();
    setWay("file");
  };
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
            { value: "table", word: words.byTable },
            { value: "hand", word: words.byHand },
          ]}
          chosen={way}
          onChoose={setWay}
        />
        {way !== "file" || files.rows.length === 0 || files.saving ? null : (
          <>
            <Button
              className="end"
              icon={<FolderOpen size={20} strokeWidth={1.75} aria-hidden="true" />}
              onClick={chooseFolder}
            >
              {words.chooseFolder}
            </Button>
            <Button
              icon={<FilePlus2 size={20} strokeWidth={1.75} aria-hidden="true" />}
              onClick={choose}
            >
              {words.chooseMore}
            </Button>
          </>
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
        <input
          ref={(element) => {
            folderInput.current = element;
            // Not known to React's types, and to every browser since long.
            element?.setAttribute("webkitdirectory", "");
          }}
          type="file"
          multiple
          hidden
          aria-label={words.chooseFolder}
          onChange={(event) => {
            bring([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      {way === "hand" ? <TypedForm /> : null}
      {way === "table" ? <TableDesk table={table} take={takeTable} /> : null}
      {way === "file" ? (
        <Files files={files} over={drop.over} choose={choose} chooseFolder={chooseFolder} />
      ) : null}
    </main>
  );
};
