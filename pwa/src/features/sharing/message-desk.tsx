import { ArrowLeft, Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { copyText } from "../../app/copy-text.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./sharing.module.css";

/** The messages of a list, each copied by itself and sent one after the other. */
export const MessageDesk = ({
  name,
  texts,
  leave,
}: {
  readonly name: string;
  readonly texts: readonly string[];
  readonly leave: () => void;
}) => {
  const { sharing: words } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const shown = useRef<(HTMLPreElement | null)[]>([]);
  const [copied, setCopied] = useState<ReadonlySet<number>>(new Set());
  const [said, setSaid] = useState("");
  const copy = async (place: number): Promise<void> => {
    if (await copyText(texts[place] ?? "")) {
      const now = new Set([...copied, place]);
      setCopied(now);
      setSaid(now.size === texts.length ? words.allCopied : words.copied(place + 1));
      return;
    }
    const text = shown.current[place];
    if (text != null) window.getSelection()?.selectAllChildren(text);
    setSaid(words.copyByHand);
  };
  return (
    <section className={`sheet ${css.half ?? ""}`} aria-labelledby="list-as-text">
      <div className="sh">
        <Button look="text" aria-label={words.backToLists} onClick={leave}>
          <Icon of={ArrowLeft} />
        </Button>
        <h2 id="list-as-text" ref={heading} tabIndex={-1} className={`clip ${css.heading ?? ""}`}>
          {words.asTextOf(name)}
        </h2>
      </div>
      <p className={`small ${css.say ?? ""}`}>{words.asTextNote(texts.length)}</p>
      <ol className={css.messages}>
        {texts.map((text, place) => (
          <li key={place}>
            <pre
              ref={(element) => {
                shown.current[place] = element;
              }}
            >
              {text}
            </pre>
            <Button
              look={copied.has(place) ? "plain" : "go"}
              icon={<Icon of={copied.has(place) ? Check : Copy} size={18} />}
              onClick={() => void copy(place)}
            >
              {texts.length === 1 ? words.copyText : words.copyPart(place + 1)}
            </Button>
          </li>
        ))}
      </ol>
      <p role="status" className={`${css.say ?? ""} ${css.said ?? ""}`}>
        {said}
      </p>
    </section>
  );
};
