import { readAddress } from "@dianbo/shared/portal-list";
import { type FormEvent, useId, useRef, useState } from "react";
import { useWords } from "../../locales/index.ts";
import styles from "./portals.module.css";

/** Two fields and a button: an address with its name is put into a list. */
export const NameAndAddress = ({
  nameLabel,
  addressLabel,
  example,
  button,
  nameFor,
  isHeld,
  onAdd,
}: {
  readonly nameLabel: string;
  readonly addressLabel: string;
  readonly example?: string;
  readonly button: string;
  /** A name for an address that was typed without one. */
  readonly nameFor?: (address: string) => string | undefined;
  readonly isHeld: (address: string) => boolean;
  readonly onAdd: (name: string, address: string) => void;
}) => {
  const words = useWords().portals;
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [refusal, setRefusal] = useState<keyof typeof words.refusals>();
  const addressInput = useRef<HTMLInputElement>(null);
  const refusalId = useId();
  const suggestName = (): void => {
    const whole = readAddress(address);
    if (name === "" && whole !== undefined) setName(nameFor?.(whole) ?? "");
  };
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const whole = readAddress(address);
    const called = name.trim() || (whole === undefined ? "" : (nameFor?.(whole) ?? ""));
    if (whole === undefined) setRefusal("address");
    else if (called === "") setRefusal("name");
    else if (isHeld(whole)) setRefusal("held");
    else {
      setRefusal(undefined);
      onAdd(called.slice(0, 60), whole);
      setName("");
      setAddress("");
      addressInput.current?.focus();
    }
  };
  return (
    <form className={styles.form} onSubmit={add}>
      <input
        ref={addressInput}
        className="field"
        aria-label={addressLabel}
        aria-describedby={refusalId}
        aria-invalid={refusal === "address" || refusal === "held"}
        placeholder={example ?? addressLabel}
        value={address}
        maxLength={2000}
        spellCheck={false}
        onChange={(event) => setAddress(event.target.value)}
        onBlur={suggestName}
      />
      <input
        className="field"
        aria-label={nameLabel}
        aria-invalid={refusal === "name"}
        placeholder={nameLabel}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="btn">
        {button}
      </button>
      <div role="status" id={refusalId} className={styles.formSaid}>
        {refusal === undefined ? null : <p className={styles.refusal}>{words.refusals[refusal]}</p>}
      </div>
    </form>
  );
};
