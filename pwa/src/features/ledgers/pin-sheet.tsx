import { type FormEvent, useId, useState } from "react";
import { Button } from "../../design/button.tsx";
import { canSeal, type PersonalFailure } from "../../storage/personal/index.ts";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { usePersonal } from "./personal-context.tsx";

/** A PIN has at least so many figures or letters. */
const SHORTEST = 6;

type Said =
  | "short"
  | "differ"
  | "understand"
  | PersonalFailure["type"]
  | "set"
  | "taken"
  | undefined;

/** Sets the PIN, with what forgetting it means said beforehand; or takes it away again. */
export const PinSheet = () => {
  const words = useLedgerWords().namesRoom;
  const { lock, store, sealed } = usePersonal();
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [understood, setUnderstood] = useState(false);
  const [state, setState] = useState<"idle" | "working">("idle");
  const [forgetting, setForgetting] = useState(false);
  const [said, setSaid] = useState<Said>();
  const id = useId();
  const work = async (
    act: () => ReturnType<typeof store.setPin>,
    done: "set" | "taken",
  ): Promise<void> => {
    setState("working");
    const kept = await act();
    setState("idle");
    setPin("");
    setAgain("");
    setSaid(kept.ok ? done : kept.error.type);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (lock !== "open") {
      void work(() => store.removePin(pin), "taken");
      return;
    }
    if ([...pin].length < SHORTEST) setSaid("short");
    else if (pin !== again) setSaid("differ");
    else if (understood) void work(() => store.setPin(pin), "set");
    else setSaid("understand");
  };
  const isDone = said === "set" || said === "taken";
  const field = (name: string, value: string, change: (value: string) => void, place: string) => (
    <div className={css.cell}>
      <label className="small" htmlFor={`${id}-${place}`}>
        {name}
      </label>
      <input
        id={`${id}-${place}`}
        className="field"
        type="password"
        autoComplete="new-password"
        maxLength={64}
        value={value}
        onChange={(event) => {
          change(event.target.value);
          setSaid(undefined);
        }}
      />
    </div>
  );
  return (
    <form className={`sheet ${css.bring ?? ""}`} aria-labelledby={`${id}-title`} onSubmit={submit}>
      <h2 id={`${id}-title`}>{words.pinTitle}</h2>
      <p>{lock === "open" ? words.pinOff : words.pinOn}</p>
      {canSeal() ? (
        <>
          <p className="note warn">{words.pinForget}</p>
          {lock === "open" ? (
            <>
              <p className="small">{words.pinHint}</p>
              <div className={css.cells}>
                {field(words.pinNew, pin, setPin, "new")}
                {field(words.pinAgain, again, setAgain, "again")}
              </div>
              <label className={css.check}>
                <input
                  type="checkbox"
                  checked={understood}
                  onChange={(event) => setUnderstood(event.target.checked)}
                />
                {words.understand}
              </label>
            </>
          ) : (
            field("PIN", pin, setPin, "old")
          )}
          <div className={css.formFoot}>
            <Button type="submit" disabled={state === "working"}>
              {state === "working"
                ? words.pinSetting
                : lock === "open"
                  ? words.pinSet
                  : words.pinTake}
            </Button>
            {lock === "locked" && !forgetting ? (
              <Button look="text" onClick={() => setForgetting(true)}>
                {words.forgot}
              </Button>
            ) : null}
            <span role="status">
              {said === "set" ? words.pinIsSet : said === "taken" ? words.pinTaken : ""}
            </span>
            <span role="alert" className={css.problem}>
              {said === undefined || isDone ? "" : words.problems[said]}
            </span>
          </div>
          {forgetting && lock === "locked" ? (
            <div className="note bad">
              <span className="grow">{words.forgotWhat(sealed)}</span>
              <Button
                look="bad"
                onClick={() => void work(store.forgetAll, "taken").then(() => setForgetting(false))}
              >
                {words.forgotDo}
              </Button>
              <Button look="text" onClick={() => setForgetting(false)}>
                {words.forgotLeave}
              </Button>
            </div>
          ) : null}
        </>
      ) : (
        <p className="note">{words.pinUnsafe}</p>
      )}
    </form>
  );
};
