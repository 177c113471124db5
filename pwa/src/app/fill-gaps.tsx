import type { Courseware } from "@dianbo/shared/courseware";
import { DownloadCloud } from "lucide-react";
import { useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { useWords } from "../locales/index.ts";
import type { GapsFilling, ItemToFetch } from "./inbox-source.ts";
import { useDependencies } from "./library-context.tsx";

const gapsOf = (missing: readonly Courseware[]): readonly ItemToFetch[] =>
  missing.flatMap(({ id, title, kind, source }) =>
    source == null ? [] : [{ id, title, kind, url: source.url, spoilt: false }],
  );

type Step = "asking" | GapsFilling;

/**
 * The films that a list names and nobody sent: the extension fetches them from where they come from, in its
 * queue; where there is none, it is said how.
 */
export const FillGaps = ({ missing }: { readonly missing: readonly Courseware[] }) => {
  const { sharing: words } = useWords();
  const { inbox } = useDependencies();
  const [step, setStep] = useState<Step>("asking");
  const gaps = gapsOf(missing);
  const fetchAll = inbox?.fetchAll;
  const bare = missing.length - gaps.length;
  const fill = async (): Promise<void> => {
    if (fetchAll !== undefined) setStep(await fetchAll(gaps));
  };
  return (
    <div className="note row">
      <Icon of={DownloadCloud} />
      <span className="grow" role="status">
        {step === "asking"
          ? fetchAll === undefined
            ? words.gapsByHand(missing.length)
            : words.gaps(gaps.length, bare)
          : words.gapsSaid[step](gaps.length)}
      </span>
      {fetchAll !== undefined && step !== "queued" && gaps.length > 0 ? (
        <Button look="go" onClick={() => void fill()}>
          {words.fillGaps(gaps.length)}
        </Button>
      ) : null}
      {step === "queued" ? <a href="#/downloads">{words.toDownloads}</a> : null}
    </div>
  );
};
