import { Lock } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { usePersonal } from "./personal-context.tsx";

/** Asks for the PIN where names are locked; draws nothing where they are not. */
export const UnlockForm = ({ why }: { readonly why?: string }) => {
  const words = useLedgerWords().lock;
  const { lock, store } = usePersonal();
  const [pin, setPin] = useState("");
  const [state, setState] = useState<"idle" | "opening" | "wrong">("idle");
  if (lock !== "locked") return null;
  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setState("opening");
    const opened = await store.unlock(pin);
    setPin("");
    setState(opened.ok ? "idle" : "wrong");
  };
  return (
    <form
      className={`sheet ${css.unlock ?? ""}`}
      aria-label={words.title}
      onSubmit={(event) => void open(event)}
    >
      <Icon of={Lock} />
      <p>
        <b>{words.title}</b> <span className="small">{why ?? words.what}</span>
      </p>
      <input
        className="field"
        type="password"
        autoComplete="off"
        aria-label={words.pin}
        placeholder={words.pin}
        value={pin}
        onChange={(event) => {
          setPin(event.target.value);
          setState("idle");
        }}
      />
      <Button type="submit" disabled={state === "opening"}>
        {state === "opening" ? words.opening : words.open}
      </Button>
      <span role="alert">{state === "wrong" ? words.wrong : ""}</span>
    </form>
  );
};
