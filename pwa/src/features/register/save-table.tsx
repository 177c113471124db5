import type { RegisterAmendments, RegisteredShowing } from "@dianbo/shared/ledger";
import type { Month } from "@dianbo/shared/session";
import { FileSpreadsheet } from "lucide-react";
import { useState } from "react";
import { useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { offerFile } from "../../app/offer-file.ts";
import { registerRows, registerTable } from "../../app/register/register-table.ts";
import { useSchedule, useWishes } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { monthInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { writeOfficeFile } from "../../office-files/index.ts";

/** Saves what is shown of a month as a workbook for WPS and Excel. */
export const SaveTable = ({
  month,
  showings,
  amendments,
}: {
  readonly month: Month;
  readonly showings: readonly RegisteredShowing[];
  readonly amendments: RegisterAmendments;
}) => {
  const all = useWords();
  const words = all.register;
  const schedule = useSchedule();
  const { menus } = useSnapshot();
  const { rows: wishes } = useWishes();
  const { siteName } = useIdentity();
  const [state, setState] = useState<"idle" | "writing" | "failed">("idle");
  const save = async (): Promise<void> => {
    setState("writing");
    const title = [siteName, words.title, monthInWords(month)].filter(Boolean).join(" ");
    const written = await writeOfficeFile(
      {
        title,
        lines: [],
        tables: [
          registerTable(
            monthInWords(month),
            registerRows(showings, { schedule, menus, wishes, amendments }, all),
            words,
          ),
        ],
        foot: [],
      },
      "xlsx",
    );
    setState(written.ok ? "idle" : "failed");
    if (written.ok) offerFile(written.value, `${title.replace(/[\\/:*?"<>|]/gu, " ")}.xlsx`);
  };
  return (
    <>
      <Button
        icon={<Icon of={FileSpreadsheet} />}
        disabled={showings.length === 0 || state === "writing"}
        onClick={() => void save()}
      >
        {words.saveTable}
      </Button>
      {state === "failed" ? <span role="alert">{words.notSaved}</span> : null}
    </>
  );
};
