import { Button, Key } from "@dianbo/pwa/design/button.tsx";
import { Download } from "lucide-react";
import { useWords } from "../locales/index.ts";
import styles from "./clip-panel.module.css";
import type { PanelCounts } from "./use-counts.ts";

/** The id of the line that says what the keys do; the choices point to it. */
export const KEYS_HINT = "keys-hint";

/** What the one button at the foot does now. */
export type FootAct =
  | { readonly type: "save"; readonly filed: boolean; readonly onSave: () => void }
  | { readonly type: "saving" }
  | { readonly type: "show"; readonly label: string; readonly onShow: () => void }
  | { readonly type: "nothing" };

const ActButton = ({ act }: { readonly act: FootAct }) => {
  const words = useWords();
  switch (act.type) {
    case "save":
      return (
        <Button look="go" className={styles.wide ?? ""} onClick={act.onSave}>
          {act.filed ? words.save : words.saveUnfiled}
          <Key>Enter</Key>
        </Button>
      );
    case "saving":
      return (
        <Button look="go" className={styles.wide ?? ""} aria-busy="true">
          {words.saving}
        </Button>
      );
    case "show":
      return (
        <Button look="go" className={styles.wide ?? ""} onClick={act.onShow}>
          {act.label}
        </Button>
      );
    case "nothing":
      return null;
  }
};

/** The foot: the one button, what the keys do, what is under way. */
export const PanelFoot = ({
  act,
  counts,
}: {
  readonly act: FootAct;
  readonly counts: PanelCounts;
}) => {
  const words = useWords();
  return (
    <>
      <ActButton act={act} />
      <div className={styles.counts}>
        {act.type === "nothing" || act.type === "show" ? null : (
          <span id={KEYS_HINT}>
            <Key>1</Key>–<Key>5</Key> {words.keysHint}
          </span>
        )}
        <span className="end st">
          {counts.downloading === 0 ? null : (
            <>
              <Download className="i" aria-hidden="true" size={16} strokeWidth={1.75} />
              {`${words.downloading(counts.downloading)} · `}
            </>
          )}
          {words.savedToday(counts.savedToday)}
        </span>
      </div>
    </>
  );
};
