import type { Courseware } from "@dianbo/shared/courseware";
import { FileSpreadsheet, FileText, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { offerFile } from "../../app/offer-file.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import {
  type OfficeDocument,
  type OfficeFormat,
  writeOfficeFile,
} from "../../office-files/index.ts";
import type { Sheets } from "./use-sheets.ts";

/** What no file's name may hold on Windows. */
const fileNameOf = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, " ").trim();

/** Saves the same rows for WPS, as a workbook and as a text. */
export const SaveOffice = ({
  sheets,
  items,
  name,
  document,
  disabled = false,
}: {
  readonly sheets: Sheets;
  /** Whose numbers leave the house with the file. */
  readonly items: readonly Courseware[];
  readonly name: string;
  readonly document: () => OfficeDocument;
  readonly disabled?: boolean;
}) => {
  const { printedSheets: words } = useWords();
  const [state, setState] = useState<"idle" | "writing" | "saved" | "failed">("idle");
  const save = async (format: OfficeFormat): Promise<void> => {
    setState("writing");
    const written = await writeOfficeFile(document(), format);
    if (!written.ok) {
      setState("failed");
      return;
    }
    await sheets.speak(items, 0);
    offerFile(
      written.value,
      `${fileNameOf([sheets.siteName, name, sheets.today].filter(Boolean).join(" "))}.${format}`,
    );
    setState("saved");
  };
  const busy = disabled || state === "writing";
  return (
    <>
      <Button icon={<Icon of={FileText} />} disabled={busy} onClick={() => void save("docx")}>
        {words.saveDocx}
      </Button>
      <Button
        icon={<Icon of={FileSpreadsheet} />}
        disabled={busy}
        onClick={() => void save("xlsx")}
      >
        {words.saveXlsx}
      </Button>
      <p role="status" className={state === "failed" ? "note bad" : "hint"}>
        {state === "failed" ? <Icon of={TriangleAlert} /> : null}
        {words.saving[state]}
      </p>
    </>
  );
};
