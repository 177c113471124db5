import { Button } from "@dianbo/pwa/design/button.tsx";
import { MousePointerClick } from "lucide-react";
import { useWords } from "../locales/index.ts";
import styles from "./clip-panel.module.css";
import type { PickState } from "./use-pick.ts";

/** What to do on the page while pointing, and why nothing came of it. */
export const PointNote = ({
  pick,
  onStop,
}: {
  readonly pick: PickState;
  readonly onStop: () => void;
}) => {
  const words = useWords();
  switch (pick.state) {
    case "none":
      return null;
    case "failed":
      return <p className="note warn">{words.pointFailed[pick.reason]}</p>;
    case "pointing":
      return (
        <div className={`note ${styles.pointing}`}>
          <MousePointerClick className="i" aria-hidden="true" size={20} strokeWidth={1.75} />
          <span className="grow">{words.pointing(words.fields[pick.field])}</span>
          <Button look="text" data-stop="" onClick={onStop}>
            {words.stopPointing}
          </Button>
        </div>
      );
  }
};
