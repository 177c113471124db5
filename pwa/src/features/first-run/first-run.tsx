import { JOIN_FILE_ENDING, type SiteToJoin } from "@dianbo/shared/identity";
import { Lock } from "lucide-react";
import { type DragEvent, type ReactNode, useState } from "react";
import { type NotJoined, readJoining } from "../../app/join-acts.ts";
import { usePreferences } from "../../app/preferences.tsx";
import { Button } from "../../design/button.tsx";
import { FileButton } from "../../design/file-button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { BookCover } from "./book-cover.tsx";
import { Door } from "./door.tsx";
import css from "./first-run.module.css";
import { JoiningSite } from "./joining-site.tsx";
import { NewSite } from "./new-site.tsx";
import { TypedKey } from "./typed-key.tsx";

/** The first screen of an empty book. */
export const FirstRun = ({
  onPass,
  moreDoors,
}: {
  /** Goes on without naming the site. */
  readonly onPass: () => void;
  /** Ways in that belong to other rooms. */
  readonly moreDoors?: ReactNode;
}) => {
  const { firstRun: words } = useWords();
  const { language, setLanguage } = usePreferences();
  const [name, setName] = useState("");
  const [joining, setJoining] = useState<SiteToJoin>();
  const [failure, setFailure] = useState<NotJoined>();
  const [isTyping, setTyping] = useState(false);
  const [isDropping, setDropping] = useState(false);
  const take = async (file: File): Promise<void> => {
    const read = await readJoining(file);
    setJoining(read.ok ? read.value : undefined);
    setFailure(read.ok ? undefined : read.error);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setDropping(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void take(file);
  };
  const doors = (
    <div className={css.doors}>
      <Door title={words.joinTitle} hint={words.joinHint}>
        <Button look="text" onClick={() => setTyping(true)}>
          {words.keyOpen}
        </Button>
        <FileButton accept={JOIN_FILE_ENDING} onFile={(file) => void take(file)}>
          {words.joinButton}
        </FileButton>
      </Door>
      {moreDoors}
    </div>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button beside it is everybody's
    <div
      className={`${css.page} ${isDropping ? (css.dropping ?? "") : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={drop}
    >
      <div className={css.picture}>
        <BookCover siteName={joining?.siteName ?? name} />
      </div>
      <main className={css.main}>
        <Button
          look="text"
          className={css.language}
          lang={language === "en" ? "zh-CN" : "en"}
          onClick={() => setLanguage(language === "en" ? "zh-CN" : "en")}
        >
          {words.language}
        </Button>
        {joining === undefined && isTyping ? (
          <TypedKey onSite={setJoining} onBack={() => setTyping(false)} />
        ) : joining === undefined ? (
          <NewSite name={name} onName={setName} onPass={onPass} doors={doors} />
        ) : (
          <JoiningSite
            joining={joining}
            onFailure={setFailure}
            onBack={() => setJoining(undefined)}
          />
        )}
        {failure === undefined ? null : (
          <p className="note bad" role="alert">
            {words.failures[failure.type]}
          </p>
        )}
        <p className={`hint ${css.privacy ?? ""}`}>
          <Icon of={Lock} size={16} /> {words.privacy}
        </p>
      </main>
    </div>
  );
};
