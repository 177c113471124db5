import type { Courseware } from "@dianbo/shared/courseware";
import { Printer, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import type { Sheets } from "./use-sheets.ts";

/** Prints, and keeps the numbers of what members will read: from then on they know them. */
export const PrintButton = ({
  sheets,
  items,
  blanks = 0,
  hint,
  disabled = false,
}: {
  readonly sheets: Sheets;
  readonly items: readonly Courseware[];
  /** Blank rows a shelf that are kept as well. */
  readonly blanks?: number;
  readonly hint: string;
  readonly disabled?: boolean;
}) => {
  const { printedSheets: words } = useWords();
  const [failed, setFailed] = useState(false);
  const print = async (): Promise<void> => {
    if (items.length > 0) setFailed((await sheets.speak(items, blanks)) !== undefined);
    window.print();
  };
  return (
    <>
      <Button
        look="go"
        icon={<Icon of={Printer} />}
        disabled={disabled}
        onClick={() => void print()}
      >
        {words.print}
      </Button>
      <p className="hint">{hint}</p>
      {failed ? (
        <p className="note bad" role="alert">
          <Icon of={TriangleAlert} />
          {words.notKept}
        </p>
      ) : null}
    </>
  );
};
