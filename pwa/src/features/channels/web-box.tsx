import { Globe, ScanLine } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./channels.module.css";

/**
 * Where the address of a channel on the web is typed or pasted, or brought from a QR code. Nothing is fetched
 * before the button.
 */
export const WebBox = ({
  brought = "",
  open,
}: {
  /** A link that a QR code said. */
  readonly brought?: string | undefined;
  readonly open: (typed: string) => void;
}) => {
  const { channels: words } = useWords();
  const [typed, setTyped] = useState(brought);
  const go = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (brought === "") return;
    setTyped(brought);
    go.current?.focus();
  }, [brought]);
  return (
    <form
      className={css.web}
      onSubmit={(event) => {
        event.preventDefault();
        open(typed);
      }}
    >
      <label htmlFor={id}>
        <b>{words.address}</b> <span className="small">{words.addressHint}</span>
      </label>
      <div className="row">
        <input
          id={id}
          className="field"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button ref={go} type="submit" icon={<Icon of={Globe} />}>
          {words.lookAt}
        </Button>
      </div>
      <a className="btn text" href="#/share/scan">
        <Icon of={ScanLine} size={18} />
        {words.scan}
      </a>
    </form>
  );
};
