import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Key } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./keys-sheet.module.css";

/** All keys of the room on one sheet; any of Esc, the cross or 「?」 again closes it. */
export const KeysSheet = ({ close }: { readonly close: () => void }) => {
  const { library: words } = useWords();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.showModal(), []);
  return (
    <dialog
      ref={sheet}
      className={css.sheet}
      aria-label={words.keys.title}
      onClose={close}
      onClick={(event) => {
        if (event.target === sheet.current) close();
      }}
      onKeyDown={(event) => {
        if (event.key === "?") close();
      }}
    >
      <div className={css.head}>
        <h2>{words.keys.title}</h2>
        <button type="button" aria-label={words.close} onClick={close}>
          <X size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      <dl>
        {words.keys.rows.map(({ keys, what }) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <Key key={key}>{key}</Key>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
};
