import { FileSpreadsheet, FileText } from "lucide-react";
import { useState } from "react";
import { offerFile } from "../../app/offer-file.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import {
  type OfficeDocument,
  type OfficeFormat,
  writeOfficeFile,
} from "../../office-files/index.ts";
import { useLedgerWords } from "./ledger-words.ts";

/** The buttons that save a page for WPS and Excel. `make` is asked when one is pressed. */
export const SaveFile = ({
  make,
  formats = ["xlsx", "docx"],
  disabled = false,
}: {
  readonly make: () => OfficeDocument;
  readonly formats?: readonly OfficeFormat[];
  readonly disabled?: boolean;
}) => {
  const words = useLedgerWords().book;
  const [state, setState] = useState<"idle" | "writing" | "failed">("idle");
  const save = async (format: OfficeFormat): Promise<void> => {
    setState("writing");
    const document = make();
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
          disabled={disabled || state === "writing"}
          onClick={() => void save(format)}
        >
          {format === "xlsx" ? words.saveXlsx : words.saveDocx}
        </Button>
      ))}
      {state === "failed" ? <span role="alert">{words.notSaved}</span> : null}
    </>
  );
};
