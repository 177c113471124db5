import { FolderInput, Globe } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import css from "./meeting.module.css";
import type { MeetingDesk, MeetingRefusal, MeetingState } from "./meeting-desk.ts";
import { useMeetingWords } from "./meeting-words.ts";

/** The form for a WebDAV folder; nobody is asked before its button. */
const AddressForm = ({
  desk,
  state,
  press,
}: {
  readonly desk: MeetingDesk;
  readonly state: MeetingState;
  readonly press: (act: () => Promise<MeetingRefusal | undefined>) => void;
}) => {
  const words = useMeetingWords();
  const { home } = useDependencies();
  const [typed, setTyped] = useState({ address: "", user: "", password: "", pin: "" });
  const id = useId();
  const box = (
    name: keyof typeof typed,
    label: string,
    hint: string,
    { secret = false, web = false }: { readonly secret?: boolean; readonly web?: boolean } = {},
  ) => (
    <div className={css.cell}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        className="field"
        type={secret ? "password" : "text"}
        inputMode={web ? "url" : "text"}
        autoComplete={secret ? "new-password" : "off"}
        spellCheck={false}
        maxLength={2000}
        aria-describedby={hint === "" ? undefined : `${id}-${name}-hint`}
        value={typed[name]}
        onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
      />
      {hint === "" ? null : (
        <span className="small" id={`${id}-${name}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
  return (
    <form
      className={`sheet ${css.part ?? ""}`}
      aria-labelledby={`${id}-title`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        press(() => desk.takeAddress(typed));
      }}
    >
      <h2 id={`${id}-title`}>{words.davTitle}</h2>
      <p>{words.davWhat}</p>
      {box("address", words.address, words.addressHint, { web: true })}
      <div className={css.pair}>
        {box("user", words.account, "")}
        {box("password", words.password, "", { secret: true })}
      </div>
      <p className="small">{words.passwordHint}</p>
      {state.namesLocked ? box("pin", words.pin, words.pinNeeded, { secret: true }) : null}
      {home === "hosted" ? <p className="small">{words.davHosted}</p> : null}
      <span>
        <Button type="submit" icon={<Icon of={Globe} />}>
          {words.davTake}
        </Button>
      </span>
    </form>
  );
};

/** Where to meet: a folder, or an address. */
export const ChoosePlace = (props: {
  readonly desk: MeetingDesk;
  readonly state: MeetingState;
  readonly press: (act: () => Promise<MeetingRefusal | undefined>) => void;
}) => {
  const words = useMeetingWords();
  const id = useId();
  const { desk, state } = props;
  return (
    <div className={css.halves}>
      <section className={`sheet ${css.part ?? ""}`} aria-labelledby={`${id}-folder`}>
        <h2 id={`${id}-folder`}>{words.folderTitle}</h2>
        <p>{words.folderWhat}</p>
        {state.canChoose ? (
          <span>
            <Button
              look="go"
              icon={<Icon of={FolderInput} />}
              onClick={() => void desk.chooseFolder()}
            >
              {words.folderChoose}
            </Button>
          </span>
        ) : (
          <p className="note warn">{words.folderCannot}</p>
        )}
      </section>
      <AddressForm {...props} />
    </div>
  );
};
