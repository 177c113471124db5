import { Copy } from "lucide-react";
import { useCallback, useContext, useEffect, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { useWords } from "../locales/index.ts";
import { copyText } from "./copy-text.ts";
import { useEventLog } from "./event-ring.ts";
import css from "./full-page.module.css";
import { type Dependencies, DependenciesContext } from "./library-context.tsx";
import { type TroubleCounts, troubleText } from "./trouble-report.ts";

const countsOf = (dependencies: Dependencies | undefined): TroubleCounts | undefined => {
  if (dependencies === undefined) return undefined;
  const { items, menus, damaged } = dependencies.library.snapshot();
  return { items: items.size, menus: menus.size, damaged: damaged.size };
};

/** The text for whoever helps, shown before it is copied, and the button that copies it. */
export const CopyForHelper = ({ home }: { readonly home: Dependencies["home"] }) => {
  const words = useWords().shell.helper;
  const log = useEventLog();
  const dependencies = useContext(DependenciesContext);
  const shown = useRef<HTMLPreElement>(null);
  const [state, setState] = useState<"unasked" | "copied" | "refused">("unasked");
  const [text, setText] = useState("");
  const write = useCallback(
    () =>
      troubleText(
        words,
        {
          home,
          userAgent: navigator.userAgent,
          width: window.innerWidth,
          height: window.innerHeight,
        },
        countsOf(dependencies),
        log.ring(),
      ),
    [words, home, dependencies, log],
  );
  // Not while drawing: the fault that brought this page is written down only after that.
  useEffect(() => setText(write()), [write]);
  const copy = async (): Promise<void> => {
    const copied = await copyText(text);
    // Where the browser may not write to the clipboard, the text is chosen for Ctrl+C.
    if (!copied && shown.current !== null) window.getSelection()?.selectAllChildren(shown.current);
    setState(copied ? "copied" : "refused");
  };
  return (
    <div className={css.helper}>
      <p className="small">{words.what}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached by the keyboard */}
      <pre ref={shown} tabIndex={0} role="region" aria-label={words.title}>
        {text}
      </pre>
      <div className="row">
        <Button icon={<Icon of={Copy} size={18} />} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <span role="status" className="small">
          {state === "unasked" ? null : words[state]}
        </span>
      </div>
    </div>
  );
};
