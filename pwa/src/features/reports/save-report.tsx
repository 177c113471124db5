import { FileSpreadsheet, FileText } from "lucide-react";
import { useState } from "react";
import { offerFile } from "../../app/offer-file.ts";
import { useReportWords } from "../../app/reports/report-words.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import {
  type OfficeDocument,
  type OfficeFormat,
  writeOfficeFile,
} from "../../office-files/index.ts";

const FORMATS = ["docx", "xlsx"] as const;

/** The buttons that save a report for WPS. `make` is asked when one is pressed. */
export const SaveReport = ({
  make,
  formats = FORMATS,
}: {
  readonly make: (format: OfficeFormat) => OfficeDocument;
  readonly formats?: readonly OfficeFormat[];
}) => {
  const words = useReportWords();
  const [state, setState] = useState<"idle" | "writing" | "failed">("idle");
  const save = async (format: OfficeFormat): Promise<void> => {
    setState("writing");
    const document = make(format);
    const written = await writeOfficeFile(document, format);
    setState(written.ok ? "idle" : "failed");
    if (!written.ok) return;
    offerFile(written.value, `${document.title.replace(/[\\/:*?"<>|]/gu, " ")}.${format}`);
  };
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          icon={<Icon of={format === "xlsx" ? FileSpreadsheet : FileText} />}
          disabled={state === "writing"}
          onClick={() => void save(format)}
        >
          {format === "xlsx" ? words.saveXlsx : words.saveDocx}
        </Button>
      ))}
      {state === "failed" ? <span role="alert">{words.notSaved}</span> : null}
    </>
  );
};
