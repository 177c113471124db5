import { civilDateOf } from "@dianbo/shared/clock";
import { unreachable } from "@dianbo/shared/result";
import type { SignerStanding } from "@dianbo/shared/sharing";
import {
  type LucideIcon,
  ShieldAlert,
  ShieldCheck,
  ShieldQuestionMark,
  TriangleAlert,
} from "lucide-react";
import { Icon } from "../../design/icon.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import type { Signed } from "./incoming.ts";
import css from "./list-preview.module.css";

const LOOKS: Readonly<
  Record<SignerStanding, { readonly look: string; readonly icon: LucideIcon }>
> = {
  unsigned: { look: "warn", icon: ShieldQuestionMark },
  new: { look: "warn", icon: ShieldQuestionMark },
  known: { look: "ok", icon: ShieldCheck },
  "handed-over": { look: "ok", icon: ShieldCheck },
  changed: { look: "bad", icon: ShieldAlert },
  "no-longer-signed": { look: "bad", icon: ShieldAlert },
};

/** In a word, at the head of the page, whether a list is by whom it says it is. */
export const SignerMark = ({ signed }: { readonly signed: Signed }) => {
  const { sharing: words } = useWords();
  const { look, icon } = LOOKS[signed.standing];
  return (
    <span className={`end st ${look} ${css.unsigned ?? ""}`}>
      <Icon of={icon} />
      {words.signed[signed.standing]}
      {signed.words === undefined ? null : (
        <span className="small">{words.signedWords(signed.words)}</span>
      )}
    </span>
  );
};

const sentenceOf = (
  { standing, words: four = "", wordsBefore = "" }: Signed,
  site: string,
  words: Words["sharing"],
): string | undefined => {
  switch (standing) {
    case "unsigned":
    case "known":
      return undefined;
    case "new":
      return words.signedNew(site, four);
    case "handed-over":
      return words.signedHandedOver(site, wordsBefore, four);
    case "changed":
      return words.signedChanged(site, wordsBefore, four);
    case "no-longer-signed":
      return words.signedNoLonger(site, wordsBefore);
    default:
      return unreachable(standing);
  }
};

/** Whether a list is taken only after somebody has said that it is really theirs. */
export const needsWord = ({ standing }: Signed): boolean =>
  standing === "changed" || standing === "no-longer-signed";

/** What is to be known of the signature before the list is taken; nothing where all is as it was. */
export const SignerNote = ({
  signed,
  site,
  vouched,
  vouch,
}: {
  readonly signed: Signed;
  readonly site: string;
  /** Somebody has called and compared. */
  readonly vouched: boolean;
  readonly vouch: (vouched: boolean) => void;
}) => {
  const { sharing: words } = useWords();
  const sentence = sentenceOf(signed, site, words);
  const loud = needsWord(signed);
  return (
    <>
      {sentence === undefined ? null : (
        <div className={`note ${loud ? "bad" : ""}`} role={loud ? "alert" : undefined}>
          <Icon of={loud ? TriangleAlert : LOOKS[signed.standing].icon} />
          <span className="grow">{sentence}</span>
          {loud ? (
            <label className={css.vouch}>
              <input
                type="checkbox"
                checked={vouched}
                onChange={(event) => vouch(event.target.checked)}
              />
              <b>{words.vouch}</b>
            </label>
          ) : null}
        </div>
      )}
      {signed.newest === undefined ? null : (
        <div className="note warn">
          <Icon of={TriangleAlert} />
          <span className="grow">{words.older(site, civilDateOf(signed.newest))}</span>
        </div>
      )}
    </>
  );
};
