import { JOIN_FILE_ENDING, type SiteToJoin } from "@dianbo/shared/identity";
import { Lock } from "lucide-react";
import { type DragEvent, type ReactNode, useEffect, useState } from "react";
import { type NotJoined, readJoining } from "../../app/join-acts.ts";
import { usePreferences } from "../../app/preferences.tsx";
import { recoveryCode } from "../../app/recovery-code.ts";
import { Button } from "../../design/button.tsx";
import { FileButton } from "../../design/file-button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { AlreadyHere } from "./already-here.tsx";
import { BookCover } from "./book-cover.tsx";
import { Door } from "./door.tsx";
import css from "./first-run.module.css";
import { JoiningSite } from "./joining-site.tsx";
import { NewSite } from "./new-site.tsx";
import { type NotFromQr, siteInPicture } from "./qr/site-from-qr.ts";
import { TypedKey } from "./typed-key.tsx";

/** What could not be taken: a file, or the picture of a QR code. */
type Refusal =
  | { readonly of: "file"; readonly why: NotJoined["type"] }
  | { readonly of: "picture"; readonly why: NotFromQr["type"] };

const isPicture = (file: File): boolean => file.type.startsWith("image/");

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
  const [refusal, setRefusal] = useState<Refusal>();
  const [seenCode, setSeenCode] = useState("");
  const [isTyping, setTyping] = useState(false);
  const [isDropping, setDropping] = useState(false);
  const accept = (site: SiteToJoin): void => {
    setRefusal(undefined);
    if (site.siteName !== "") {
      setJoining(site);
      return;
    }
    // The code says nothing of the name: the person adds it.
    void recoveryCode(site.site, site.siteKey).then((code) => {
      setSeenCode(code);
      setTyping(true);
    });
  };
  const take = async (file: File): Promise<void> => {
    if (isPicture(file)) {
      const read = await siteInPicture(file);
      if (read.ok) accept(read.value);
      else setRefusal({ of: "picture", why: read.error.type });
      return;
    }
    const read = await readJoining(file);
    setJoining(read.ok ? read.value : undefined);
    setRefusal(read.ok ? undefined : { of: "file", why: read.error.type });
  };
  useEffect(() => {
    // A picture that was copied in WeChat or from a screen is pasted anywhere on this page.
    const paste = (event: ClipboardEvent): void => {
      const picture = [...(event.clipboardData?.files ?? [])].find(isPicture);
      if (picture === undefined) return;
      event.preventDefault();
      void take(picture);
    };
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  });
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setDropping(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void take(file);
  };
  const doors = (
    <div className={css.doors}>
      <Door title={words.joinTitle} hint={words.joinHint}>
        <Button
          look="text"
          onClick={() => {
            setRefusal(undefined);
            setTyping(true);
          }}
        >
          {words.keyOpen}
        </Button>
        <FileButton accept={JOIN_FILE_ENDING} onFile={(file) => void take(file)}>
          {words.joinButton}
        </FileButton>
      </Door>
      {moreDoors}
      <AlreadyHere />
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
          <TypedKey
            key={seenCode}
            seenCode={seenCode}
            onSite={accept}
            onPicture={(file) => void take(file)}
            onBack={() => {
              setRefusal(undefined);
              setSeenCode("");
              setTyping(false);
            }}
          />
        ) : joining === undefined ? (
          <NewSite name={name} onName={setName} onPass={onPass} doors={doors} />
        ) : (
          <JoiningSite
            joining={joining}
            onFailure={({ type }) => setRefusal({ of: "file", why: type })}
            onBack={() => setJoining(undefined)}
          />
        )}
        {refusal === undefined ? null : (
          <p className="note bad" role="alert">
            {refusal.of === "file" ? words.failures[refusal.why] : words.qrFailures[refusal.why]}
          </p>
        )}
        <p className={`hint ${css.privacy ?? ""}`}>
          <Icon of={Lock} size={16} /> {words.privacy}
        </p>
      </main>
    </div>
  );
};
