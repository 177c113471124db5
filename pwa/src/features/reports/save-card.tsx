import { type Figures, makeCard, type ReportSpan, spanKey } from "@dianbo/shared/report";
import { IdCard } from "lucide-react";
import { useState } from "react";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import { offerFile } from "../../app/offer-file.ts";
import { useReportWords } from "../../app/reports/report-words.ts";
import { spanName } from "../../app/reports/span-words.ts";
import { ensureSiteKey, sha512 } from "../../app/site-key.ts";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";

/** Saves a report's counts as a signed card for the township: its figures, the site's name, nothing else. */
export const SaveCard = ({
  span,
  figures,
}: {
  readonly span: ReportSpan;
  readonly figures: Figures;
}) => {
  const words = useReportWords();
  const dependencies = useDependencies();
  const { site, siteName } = useIdentity();
  const { date: madeOn } = useSiteTime();
  const [state, setState] = useState<"idle" | "writing" | "failed">("idle");
  const save = async (): Promise<void> => {
    setState("writing");
    try {
      const key = await ensureSiteKey(dependencies);
      const card = await makeCard(
        { site, siteName, span: spanKey(span), madeOn, sums: figures },
        key,
        sha512,
      );
      const name = `${siteName} ${spanName(span, words)}`.replace(/[\\/:*?"<>|]/gu, " ");
      offerFile(new Blob([JSON.stringify(card)], { type: "application/json" }), `${name}.json`);
      setState("idle");
    } catch {
      setState("failed");
    }
  };
  if (siteName.trim() === "") {
    return (
      <a className="small" href="#/settings">
        {words.cards.noName}
      </a>
    );
  }
  return (
    <>
      <Button
        icon={<Icon of={IdCard} />}
        disabled={state === "writing"}
        onClick={() => void save()}
      >
        {words.cards.save}
      </Button>
      {state === "failed" ? <span role="alert">{words.notSaved}</span> : null}
    </>
  );
};
