import { Copy } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./slip.module.css";

/** A text to be copied elsewhere, shown before. */
export const CopyText = ({ name, text }: { readonly name: string; readonly text: string }) => {
  const { slip: words } = useWords().printedSheets;
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState<"unasked" | "copied" | "selected">("unasked");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      // Where a page may not write to the clipboard, the text is chosen for Ctrl+C.
      box.current?.select();
      setState("selected");
    }
  };
  return (
    <div className={css.texts}>
      <label htmlFor={id} className="hint">
        {name}
      </label>
      <textarea id={id} ref={box} readOnly value={text} />
      <Button
        icon={<Icon of={Copy} size={18} />}
        disabled={text === ""}
        onClick={() => void copy()}
        aria-label={`${words.copyText} ${name}`}
      >
        {words.copyText}
      </Button>
      <span role="status" className="hint">
        {state === "copied" ? words.copiedText : state === "selected" ? words.selectText : ""}
      </span>
    </div>
  );
};
