import { JOIN_FILE_ENDING, type SiteToJoin } from "@dianbo/shared/identity";
import { type ReactNode, useState } from "react";
import { joinAs, joinFileText, type NotJoined, readJoining } from "../../app/join-acts.ts";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import { offerFile } from "../../app/offer-file.ts";
import { Button } from "../../design/button.tsx";
import { FileButton } from "../../design/file-button.tsx";
import { useWords } from "../../locales/index.ts";
import { BACKUP_ENDING, backUp, mergeSiteFile } from "../../storage/index.ts";
import styles from "./settings.module.css";
import { Row } from "./settings-row.tsx";
import { SignatureRow } from "./signature-row.tsx";

/** What the last press did, in words. */
type Told = { readonly look: "ok" | "bad"; readonly words: string } | undefined;

const Tell = ({ told }: { readonly told: Told }) => (
  <div role="status">
    {told === undefined ? null : <p className={`note ${told.look}`}>{told.words}</p>}
  </div>
);

/** Taking a second PC in, or becoming one. */
const JoinRow = () => {
  const { firstRun: words } = useWords();
  const dependencies = useDependencies();
  const { siteName } = useIdentity();
  const [told, setTold] = useState<Told>();
  const save = async (): Promise<void> => {
    if (siteName === "") {
      setTold({ look: "bad", words: words.nameFirst });
      return;
    }
    const name = words.joinFileName(siteName.replaceAll(/[\\/:*?"<>|]/gu, " ").trim());
    offerFile(new Blob([await joinFileText(dependencies)]), name);
    setTold({ look: "ok", words: words.joinFileSaved(name) });
  };
  const refuse = ({ type }: NotJoined): void =>
    setTold({ look: "bad", words: words.failures[type] });
  const join = async (joining: SiteToJoin): Promise<void> => {
    const joined = await joinAs(dependencies, joining, "B");
    if (joined.ok) setTold({ look: "ok", words: words.joinedNow(joining.siteName) });
    else refuse(joined.error);
  };
  const read = async (file: File): Promise<void> => {
    const joining = await readJoining(file);
    if (joining.ok) await join(joining.value);
    else refuse(joining.error);
  };
  return (
    <Row name={words.second} hint={words.secondHint}>
      <div className={styles.stack}>
        <div className="row">
          <Button onClick={() => void save()}>{words.saveJoinFile}</Button>
          <FileButton look="text" accept={JOIN_FILE_ENDING} onFile={(file) => void read(file)}>
            {words.joinHere}
          </FileButton>
        </div>
        <Tell told={told} />
      </div>
    </Row>
  );
};

/** Two PCs of one site give each other what they have, by file. */
const ExchangeRow = () => {
  const { firstRun: words } = useWords();
  const { library, media, clock } = useDependencies();
  const { siteName, post } = useIdentity();
  const [told, setTold] = useState<Told>();
  const give = async (): Promise<void> => {
    const made = await backUp(library, media, { madeAt: clock.now(), withMedia: false });
    const stream = await made.stream(() => undefined);
    const name = words.exchangeFileName(siteName, post, BACKUP_ENDING);
    offerFile(await new Response(stream).blob(), name);
    setTold({ look: "ok", words: words.exchangeSaved(name) });
  };
  const merge = async (file: File): Promise<void> => {
    const before = library.snapshot();
    const merged = await mergeSiteFile(library, file);
    setTold(
      merged.ok
        ? {
            look: "ok",
            words: words.merged(
              merged.value.items.size - before.items.size,
              merged.value.menus.size - before.menus.size,
            ),
          }
        : { look: "bad", words: words.mergeFailures[merged.error.type] },
    );
  };
  return (
    <Row name={words.exchange} hint={words.exchangeHint}>
      <div className={styles.stack}>
        <div className="row">
          <Button onClick={() => void give()}>{words.exchangeGive}</Button>
          <FileButton accept={BACKUP_ENDING} onFile={(file) => void merge(file)}>
            {words.exchangeTake}
          </FileButton>
        </div>
        <Tell told={told} />
      </div>
    </Row>
  );
};

/** The way to where the site's PCs meet. */
const MeetingRow = ({ children }: { readonly children: ReactNode }) => {
  const { firstRun: words } = useWords();
  return (
    <Row name={words.meeting} hint={words.meetingHint}>
      {children}
    </Row>
  );
};

/** The way to the sheet with the site's key. */
const KeyRow = () => {
  const { firstRun: words } = useWords();
  return (
    <Row name={words.recovery} hint={words.recoveryHint}>
      <a className="btn" href="#/settings/key">
        {words.recoveryOpen}
      </a>
    </Row>
  );
};

/** Everything about the site's other PC. */
export const SecondPcRows = ({ meeting }: { readonly meeting?: ReactNode }) => (
  <>
    <JoinRow />
    {meeting === undefined ? null : <MeetingRow>{meeting}</MeetingRow>}
    <ExchangeRow />
    <KeyRow />
    <SignatureRow />
  </>
);
