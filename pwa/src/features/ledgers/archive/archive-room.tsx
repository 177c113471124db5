import {
  ArrowLeft,
  ChevronLeft,
  ChevronRight,
  FolderArchive,
  TriangleAlert,
  X,
} from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useIdentity } from "../../../app/library-context.tsx";
import { offerFile } from "../../../app/offer-file.ts";
import { usePreferences } from "../../../app/preferences.tsx";
import { useSiteTime } from "../../../app/site-records.ts";
import { Button } from "../../../design/button.tsx";
import { Icon } from "../../../design/icon.tsx";
import { sizeInWords } from "../../../design/size-in-words.ts";
import { openOfficeWriter } from "../../../office-files/index.ts";
import { usePaperWords } from "../paper-words.ts";
import { usePersonal } from "../personal-context.tsx";
import { UnlockForm } from "../unlock-form.tsx";
import { yearAsked } from "../written/written-print.tsx";
import css from "./archive.module.css";
import { type ArchiveProgress, makeArchive } from "./make-archive.ts";
import { useYearPapers } from "./use-year-papers.ts";
import { ARCHIVE_FOLDERS, type ArchivePaper } from "./year-papers.ts";

type State =
  | { readonly type: "idle" }
  | { readonly type: "making"; readonly progress: ArchiveProgress | undefined }
  | { readonly type: "made"; readonly files: number; readonly bytes: number }
  | { readonly type: "stopped" | "not-written" };

const Contents = ({ papers }: { readonly papers: readonly ArchivePaper[] }) => {
  const { archive: words } = usePaperWords();
  return (
    <section className={`sheet ${css.contents ?? ""}`} aria-labelledby="archive-inside">
      <h2 id="archive-inside">{words.inside}</h2>
      {ARCHIVE_FOLDERS.map((folder) => {
        const own = papers.filter((paper) => paper.folder === folder);
        return own.length === 0 ? null : (
          <div key={folder}>
            <h3>{words.folders[folder]}</h3>
            <ul>
              {own.map(({ name, rows }) => (
                <li key={name} className={rows === 0 ? "dim" : undefined}>
                  <span>{name}</span>
                  <span className="small">
                    {rows === undefined ? words.report : words.rows(rows)}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
};

/** What is said while it is made, and after. */
const Said = ({ state, stop }: { readonly state: State; readonly stop: () => void }) => {
  const { archive: words } = usePaperWords();
  switch (state.type) {
    case "idle":
      return <p role="status" />;
    case "making":
      return (
        <>
          <p role="status">
            {state.progress === undefined
              ? ""
              : words.making(state.progress.done, state.progress.all, state.progress.name)}
          </p>
          <progress
            aria-label={words.title}
            max={state.progress?.all ?? 1}
            value={state.progress?.done ?? 0}
          />
          <Button icon={<Icon of={X} />} onClick={stop}>
            {words.cancel}
          </Button>
        </>
      );
    case "made":
      return (
        <p className="note ok" role="status">
          {words.made(state.files, sizeInWords(state.bytes))} {words.unpack}
        </p>
      );
    case "stopped":
      return <p role="status">{words.cancelled}</p>;
    case "not-written":
      return (
        <p className="note bad" role="alert">
          {words.failed}
        </p>
      );
  }
};

/** The year's archive: what is in it, whether names are, and the file itself. */
export const ArchiveRoom = ({ year: asked }: { readonly year: string | undefined }) => {
  const all = usePaperWords();
  const words = all.archive;
  const { language } = usePreferences();
  const { siteName } = useIdentity();
  const { date: today } = useSiteTime();
  const { lock } = usePersonal();
  const year = yearAsked(asked, today);
  const [wanted, setWanted] = useState(false);
  const [state, setState] = useState<State>({ type: "idle" });
  const withNames = wanted && lock !== "locked";
  const papers = useYearPapers(year, withNames);
  const stopper = useRef<AbortController>(undefined);
  // Who leaves the room wants no file any more.
  useEffect(() => () => stopper.current?.abort(), []);
  const isEmpty = papers.every(({ rows }) => rows === 0);
  const isBusy = state.type === "making";

  const make = async (): Promise<void> => {
    const controller = new AbortController();
    stopper.current = controller;
    setState({ type: "making", progress: undefined });
    const writer = await openOfficeWriter();
    const made = await makeArchive(
      papers,
      { title: words.index.title(siteName, year), day: today, withNames, language },
      all,
      {
        workbookOf: async (document) => {
          const written = await writer.write(document, "xlsx");
          return written.ok ? written.value : undefined;
        },
        signal: controller.signal,
        onProgress: (progress) => setState({ type: "making", progress }),
      },
    );
    writer.close();
    if (!made.ok) return setState(made.error);
    offerFile(made.value.file, `${words.fileName(siteName, year, withNames)}.zip`);
    setState({ type: "made", files: made.value.files, bytes: made.value.file.size });
  };

  return (
    <main className="main">
      <div className="head">
        <a className="btn text" href="#/ledgers" aria-label={words.back}>
          <Icon of={ArrowLeft} />
        </a>
        <h1>{words.title}</h1>
        <span className="small">{words.lede}</span>
      </div>
      <div className={css.halves}>
        <Contents papers={papers} />
        <section className={`sheet ${css.desk ?? ""}`} aria-label={words.make}>
          <div className={css.year}>
            <a
              className="btn text"
              href={`#/ledgers/archive/${year - 1}`}
              aria-label={all.written.previousYear}
            >
              <Icon of={ChevronLeft} />
            </a>
            <h2 aria-live="polite">{all.written.year(year)}</h2>
            <a
              className="btn text"
              href={`#/ledgers/archive/${year + 1}`}
              aria-label={all.written.nextYear}
            >
              <Icon of={ChevronRight} />
            </a>
          </div>
          <label className={css.names}>
            <input
              type="checkbox"
              checked={wanted}
              disabled={isBusy}
              onChange={(event) => setWanted(event.target.checked)}
            />
            <span>
              <b>{words.names}</b>
              <span className="small">{words.namesWhat}</span>
            </span>
          </label>
          {wanted ? <UnlockForm /> : null}
          {withNames ? (
            <p className="note warn">
              <Icon of={TriangleAlert} />
              {words.namesSure}
            </p>
          ) : (
            <p className="small">{words.namesNone}</p>
          )}
          {isEmpty ? <p>{words.empty}</p> : null}
          <Button
            look="go"
            icon={<Icon of={FolderArchive} />}
            disabled={isEmpty || isBusy || (wanted && lock === "locked")}
            onClick={() => void make()}
          >
            {words.make}
          </Button>
          <Said state={state} stop={() => stopper.current?.abort()} />
        </section>
      </div>
    </main>
  );
};
