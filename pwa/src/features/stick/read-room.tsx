import { civilDateOf } from "@dianbo/shared/clock";
import { TriangleAlert, Usb } from "lucide-react";
import { useRef } from "react";
import { useSiteTime } from "../../app/site-records.ts";
import { BackLink } from "../../design/back-link.tsx";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import type { OpenStickFailure } from "../../storage/book-folder/index.ts";
import { FilmsSheet } from "./films-sheet.tsx";
import { OnItSheet } from "./on-it-sheet.tsx";
import { ReceiptsSheet } from "./receipts-sheet.tsx";
import css from "./stick.module.css";
import { type Reading, useReading } from "./use-reading.ts";

const refusedIn = (why: OpenStickFailure, words: Words["stick"]): string => {
  switch (why.type) {
    case "no-book":
    case "index-broken":
    case "newer-book":
    case "folder-gone":
    case "no-leave":
      return words.openFailures[why.type];
    case "read-only":
    case "folder-full":
    case "stopped":
    case "too-big":
    case "differs":
    case "source-broken":
    case "not-copied":
      return words.openFailures.other;
  }
};

/** Chooses a stick: a folder, or where there is no folder picker the files of one. */
const OpenButton = ({
  reading,
  look,
}: {
  readonly reading: Reading;
  readonly look: "go" | "plain";
}) => {
  const { stick: words } = useWords();
  const { desk, state } = reading;
  const input = useRef<HTMLInputElement>(null);
  const busy = state.work.type !== "nothing";
  const word = state.open === undefined ? words.open : words.openAnother;
  if (state.canChoose) {
    return (
      <Button
        look={look}
        icon={<Icon of={Usb} />}
        disabled={busy}
        onClick={() => void desk.choose()}
      >
        {word}
      </Button>
    );
  }
  return (
    <>
      <input
        ref={(element) => {
          input.current = element;
          // React knows no property of this name.
          element?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        hidden
        aria-label={words.openFiles}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = "";
          if (files.length > 0) void desk.openFiles(files);
        }}
      />
      <Button
        look={look}
        icon={<Icon of={Usb} />}
        disabled={busy}
        onClick={() => input.current?.click()}
      >
        {words.openFiles}
      </Button>
    </>
  );
};

/** 打开 U 盘: what is on a stick, and what of it comes into this PC. */
export const OpenStickRoom = () => {
  const { stick: words, shell } = useWords();
  const { date } = useSiteTime();
  const reading = useReading();
  const { state, opened } = reading;
  const { refused, work } = state;
  return (
    <main className={`main ${css.main ?? ""}`}>
      <div className="head">
        <BackLink to="#/share" name={shell.backTo(shell.share)} />
        <h1>{words.read}</h1>
        <span className="dim clip">{opened === undefined ? words.readLead : opened.on.name}</span>
        <span className="end row">
          {opened === undefined ? null : <OpenButton reading={reading} look="plain" />}
          <a className="btn" href="#/stick">
            {words.door}
          </a>
        </span>
      </div>
      {opened === undefined ? (
        <section className={`sheet ${css.part ?? ""}`} aria-label={words.read}>
          {work.type === "looking" ? (
            <p role="status">{words.looking}</p>
          ) : (
            <>
              <div className={css.acts}>
                <OpenButton reading={reading} look="go" />
              </div>
              <p className="small">{words.openWhy}</p>
            </>
          )}
          {refused === undefined ? null : (
            <div className="note warn" role="alert">
              <Icon of={TriangleAlert} />
              <span>
                {refusedIn(refused, words)}{" "}
                {refused.type === "index-broken" ? (
                  <a href="#/library/add">{words.addFolder}</a>
                ) : null}
              </span>
            </div>
          )}
        </section>
      ) : (
        <>
          {opened.on.newer === undefined ? null : (
            <p className="note warn">
              {words.older(dayInWords(civilDateOf(opened.on.newer), date))}
            </p>
          )}
          <div className={css.halves}>
            <FilmsSheet reading={reading} {...opened} />
            <div className={css.side}>
              <OnItSheet {...opened} />
              <ReceiptsSheet reading={reading} facts={opened.facts} />
            </div>
          </div>
        </>
      )}
    </main>
  );
};
