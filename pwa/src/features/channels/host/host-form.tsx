import { useId } from "react";
import { Choice } from "../../../design/choice.tsx";
import css from "./host.module.css";
import type { HostDraft } from "./host-draft.ts";
import { useHostingWords } from "./hosting-words.ts";

type TextField = Exclude<keyof HostDraft, "type">;

/** What has to be known of a host: its kind, where, and who asks. */
export const HostForm = ({
  draft,
  readAt,
  change,
  changeReadAt,
}: {
  readonly draft: HostDraft;
  /** Where others read it, as typed. */
  readonly readAt: string;
  readonly change: (draft: HostDraft) => void;
  readonly changeReadAt: (typed: string) => void;
}) => {
  const words = useHostingWords();
  const id = useId();
  const box = (
    name: string,
    label: string,
    value: string,
    put: (typed: string) => void,
    { hint, hidden = false, web = false }: { hint?: string; hidden?: boolean; web?: boolean } = {},
  ) => (
    <>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <div>
        <input
          id={`${id}-${name}`}
          className="field"
          type={hidden ? "password" : "text"}
          inputMode={web ? "url" : "text"}
          autoComplete={hidden ? "new-password" : "off"}
          spellCheck={false}
          maxLength={2000}
          value={value}
          aria-describedby={hint === undefined ? undefined : `${id}-${name}-hint`}
          onChange={({ target }) => put(target.value)}
        />
        {hint === undefined ? null : (
          <span id={`${id}-${name}-hint`} className="small">
            {hint}
          </span>
        )}
      </div>
    </>
  );
  const field = (
    name: TextField,
    label: string,
    more: { hint?: string; hidden?: boolean; web?: boolean } = {},
  ) => box(name, label, draft[name], (typed) => change({ ...draft, [name]: typed }), more);

  return (
    <>
      <div className={css.kind}>
        <Choice
          name={words.kind}
          chosen={draft.type}
          onChoose={(type) => change({ ...draft, type, secret: "" })}
          options={[
            { value: "webdav", word: words.kinds.webdav },
            { value: "s3", word: words.kinds.s3 },
          ]}
        />
        <p className="small">{words.kindNotes[draft.type]}</p>
      </div>
      <div className={css.form}>
        {draft.type === "webdav" ? (
          <>
            {field("address", words.address, {
              hint: /^\s*http:/iu.test(draft.address) ? words.plainHttp : words.addressHint,
              web: true,
            })}
            {field("account", words.account)}
            {field("secret", words.password, { hint: words.passwordHint, hidden: true })}
          </>
        ) : (
          <>
            {field("endpoint", words.endpoint, { hint: words.endpointHint, web: true })}
            {field("bucket", words.bucket)}
            {field("prefix", words.prefix, { hint: words.prefixHint })}
            {field("region", words.region, { hint: words.regionHint })}
            {field("keyId", words.keyId)}
            {field("secret", words.secret, { hidden: true })}
          </>
        )}
        {box("read-at", words.readAt, readAt, changeReadAt, { hint: words.readAtHint, web: true })}
      </div>
    </>
  );
};
