import { Globe } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./channels.module.css";

/** Where the address of a channel on the web is typed or pasted. Nothing is fetched before the button. */
export const WebBox = ({ open }: { readonly open: (typed: string) => void }) => {
  const { channels: words } = useWords();
  const [typed, setTyped] = useState("");
  const id = useId();
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
        <Button type="submit" icon={<Icon of={Globe} />}>
          {words.lookAt}
        </Button>
      </div>
    </form>
  );
};
