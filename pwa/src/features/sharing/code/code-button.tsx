import type { ListCode, Selection } from "@dianbo/shared/sharing";
import { QrCode } from "lucide-react";
import { useListCode } from "../../../app/list-code.ts";
import { Button } from "../../../design/button.tsx";
import { Icon } from "../../../design/icon.tsx";
import { useWords } from "../../../locales/index.ts";

/** A list that is shown as a QR code. */
export interface ShownCode {
  readonly name: string;
  readonly code: ListCode;
}

/** Makes the QR code of one list. */
export const CodeButton = ({
  selection,
  name,
  withNotes,
  onCode,
  say,
}: {
  readonly selection: Selection;
  readonly name: string;
  readonly withNotes: boolean;
  readonly onCode: (shown: ShownCode) => void;
  /** Where it is too long for one. */
  readonly say: (text: string) => void;
}) => {
  const { codes: words } = useWords();
  const writeCode = useListCode();
  const give = async (): Promise<void> => {
    const written = await writeCode(selection, name, withNotes);
    if (written?.type === "code") onCode({ name, code: written.code });
    say(written?.type === "too-long" ? words.tooLong(written.items) : "");
  };
  return (
    <Button
      look="text"
      aria-label={words.codeOf(name)}
      icon={<Icon of={QrCode} size={18} />}
      onClick={() => void give()}
    >
      {words.code}
    </Button>
  );
};
