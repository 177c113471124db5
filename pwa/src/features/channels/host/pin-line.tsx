import { Lock } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { Button } from "../../../design/button.tsx";
import { Icon } from "../../../design/icon.tsx";
import type { SecretFailure } from "../../../storage/personal/secrets.ts";
import css from "./host.module.css";
import { useHostingWords } from "./hosting-words.ts";
import type { KeptHost } from "./use-kept-host.ts";

/** Opens a password that lies behind the PIN of names, or says that it went with one. */
export const PinLine = ({
  secret,
  unlock,
}: {
  readonly secret: KeptHost["secret"];
  /** Answers why it did not open. */
  readonly unlock: (pin: string) => Promise<SecretFailure["type"] | undefined>;
}) => {
  const words = useHostingWords();
  const [pin, setPin] = useState("");
  const [state, setState] = useState<"still" | "opening" | SecretFailure["type"]>("still");
  const id = useId();
  if (secret === "missing") return <p className="note warn">{words.missing}</p>;
  if (secret !== "locked") return null;
  const open = async (): Promise<void> => {
    setState("opening");
    setState((await unlock(pin)) ?? "still");
    setPin("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    // The form around it would try the host, without its password.
    event.preventDefault();
    void open();
  };
  return (
    <div className={`note ${css.pin ?? ""}`}>
      <Icon of={Lock} />
      <div>
        <label htmlFor={`${id}-pin`}>{words.locked}</label>
        <div className={`row ${css.opening ?? ""}`}>
          <input
            id={`${id}-pin`}
            className="field"
            type="password"
            autoComplete="off"
            aria-label={words.pin}
            value={pin}
            onChange={({ target }) => setPin(target.value)}
            onKeyDown={onKeyDown}
          />
          <Button disabled={state === "opening"} onClick={() => void open()}>
            {state === "opening" ? words.unlocking : words.unlock}
          </Button>
        </div>
        <p role="alert" className={css.wrong}>
          {state === "still" || state === "opening"
            ? ""
            : state === "wrong-pin"
              ? words.wrongPin
              : words.notKept[state]}
        </p>
      </div>
    </div>
  );
};
