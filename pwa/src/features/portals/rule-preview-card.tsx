import { ShieldCheck, ShieldQuestion, TriangleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import styles from "./portals.module.css";
import { type ComparedRule, type RulePreview, takenOf } from "./rule-preview.ts";

const statusOf = ({ status, rule, here }: ComparedRule, words: Words["portals"]): string => {
  const before = here?.rule.version ?? 0;
  switch (status) {
    case "newer":
      return words.statuses.newer(before, rule.version);
    case "older":
      return words.statuses.older(before);
    case "fresh":
    case "same":
    case "different":
      return words.statuses[status];
  }
};

const signedBy = ({ standing, signer }: RulePreview, words: Words["portals"]): string =>
  standing === "own" ? words.signers.own : words.signers[standing](signer.publisher);

const SIGNS = {
  own: { look: "ok", icon: ShieldCheck },
  known: { look: "ok", icon: ShieldCheck },
  fresh: { look: "warn", icon: ShieldQuestion },
  changed: { look: "bad", icon: TriangleAlert },
} as const;

/** A file of rules before it is taken: who signed it, which portals, what each would do. */
export const RulePreviewCard = ({
  preview,
  onKeep,
  onLeave,
}: {
  readonly preview: RulePreview;
  readonly onKeep: () => void;
  readonly onLeave: () => void;
}) => {
  const words = useWords().portals;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { look, icon } = SIGNS[preview.standing];
  const count = takenOf(preview).length;
  const isChanged = preview.standing === "changed";
  return (
    <div className={styles.preview}>
      <h3 ref={heading} tabIndex={-1}>
        {words.preview}
      </h3>
      <div className={`note ${look}`} role={isChanged ? "alert" : undefined}>
        <Icon of={icon} />
        <div>
          <p className={isChanged ? styles.loud : undefined}>{signedBy(preview, words)}</p>
          {preview.standing === "own" ? null : (
            <p className="small">
              {words.fingerprint}{" "}
              <span className="n">{preview.signer.publisherKey.slice(0, 8)}</span>
            </p>
          )}
        </div>
      </div>
      <ul>
        {preview.rules.map((one) => (
          <li key={one.rule.id} className={styles.rule}>
            <b className="clip">{one.rule.name}</b>
            <span className="small">{statusOf(one, words)}</span>
          </li>
        ))}
      </ul>
      {preview.refused === 0 ? null : <p className="small">{words.refused(preview.refused)}</p>}
      {count === 0 ? <p>{words.nothingNew}</p> : null}
      <div className={styles.buttons}>
        {count === 0 ? null : (
          <Button look={isChanged ? "bad" : "go"} onClick={onKeep}>
            {isChanged ? words.keepAnyway(count) : words.keep(count)}
          </Button>
        )}
        <Button look="text" onClick={onLeave}>
          {words.notNow}
        </Button>
      </div>
    </div>
  );
};
