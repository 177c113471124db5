import { civilDateOf } from "@dianbo/shared/clock";
import { RULE_FILE_ENDING, writeRuleFile } from "@dianbo/shared/portal-rule";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { offerFile } from "../../app/offer-file.ts";
import type { PortalsDoor, PortalsState } from "../../app/portals-door.ts";
import { ensureSiteKey, sha512 } from "../../app/site-key.ts";
import { useFileDrop } from "../../app/use-file-drop.ts";
import { Button } from "../../design/button.tsx";
import { FileButton } from "../../design/file-button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import styles from "./portals.module.css";
import { RuleList } from "./rule-list.tsx";
import { previewOf, type RulePreview, readRules, takenOf } from "./rule-preview.ts";
import { RulePreviewCard } from "./rule-preview-card.tsx";
import { usePortalsDoor } from "./use-portals.ts";

/** What the last press did, in words. */
interface Told {
  readonly look: "ok" | "bad";
  readonly words: string;
  readonly canUndo?: boolean;
}

const Sheet = ({ door, state }: { readonly door: PortalsDoor; readonly state: PortalsState }) => {
  const words = useWords().portals;
  const dependencies = useDependencies();
  const { library, clock } = dependencies;
  const [preview, setPreview] = useState<RulePreview>();
  const [told, setTold] = useState<Told>();

  const look = async (file: File): Promise<void> => {
    setTold(undefined);
    setPreview(undefined);
    const read = await readRules(file);
    if (read.ok) {
      setPreview(previewOf(read.value, state, library.identity().siteKey?.publicKey));
    } else setTold({ look: "bad", words: words.failures[read.error.type] });
  };

  const take = async (wanted: RulePreview): Promise<void> => {
    const rules = takenOf(wanted);
    const kept = await door.takeRules(rules, wanted.signer);
    setPreview(undefined);
    setTold(
      kept.ok
        ? { look: "ok", words: words.kept(rules.length), canUndo: true }
        : { look: "bad", words: words.failures[kept.error.type] },
    );
  };

  const undo = async (): Promise<void> => {
    await door.undoTaking();
    setTold({ look: "ok", words: words.undone });
  };

  const give = async (): Promise<void> => {
    const rules = state.rules.filter(({ isOn }) => isOn).map(({ rule }) => rule);
    const site = library.identity().siteName || words.ourSite;
    const text = await writeRuleFile(rules, site, await ensureSiteKey(dependencies), sha512);
    const safe = site.replaceAll(/[\\/:*?"<>|]/gu, " ").trim();
    const name = `${words.giveName(safe, civilDateOf(clock.now()))}${RULE_FILE_ENDING}`;
    offerFile(new Blob([text], { type: "application/json" }), name);
    setTold({ look: "ok", words: words.given(name, rules.length) });
  };

  const drop = useFileDrop(([file]) => {
    if (file !== undefined) void look(file);
  });

  return (
    <section
      className={`sheet ${styles.box ?? ""} ${drop.over ? (styles.over ?? "") : ""}`}
      aria-label={words.rules}
      {...drop.props}
    >
      <h2>{words.rules}</h2>
      <p className="small">{words.rulesNote}</p>
      {preview === undefined ? (
        <>
          <div className={styles.buttons}>
            <FileButton accept=".json" onFile={(file) => void look(file)}>
              {words.take}
            </FileButton>
            <Button look="text" onClick={() => void give()}>
              {words.give}
            </Button>
          </div>
          <p className="hint">{words.drop}</p>
        </>
      ) : (
        <RulePreviewCard
          preview={preview}
          onKeep={() => void take(preview)}
          onLeave={() => setPreview(undefined)}
        />
      )}
      <div role="status">
        {told === undefined ? null : (
          <div className={`note ${told.look}`}>
            <span className={`grow ${styles.said ?? ""}`}>{told.words}</span>
            {told.canUndo === true ? (
              <Button look="text" icon={<Icon of={Undo2} size={18} />} onClick={() => void undo()}>
                {words.undo}
              </Button>
            ) : null}
          </div>
        )}
      </div>
      <RuleList rows={state.rules} door={door} />
    </section>
  );
};

/** The rules of this browser: a file of them taken or given, each switched off or on. */
export const RulesSheet = () => {
  const { door, state } = usePortalsDoor();
  return door === undefined || state === undefined ? null : <Sheet door={door} state={state} />;
};
