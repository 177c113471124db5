import type { PortalsDoor, RuleRow } from "../../app/portals-door.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import styles from "./portals.module.css";

const Rule = ({ row, door }: { readonly row: RuleRow; readonly door: PortalsDoor }) => {
  const words = useWords().portals;
  const { rule, signer, isOn } = row;
  return (
    <li className={styles.rule}>
      <span className={styles.ruleName}>
        <b className={`clip ${isOn ? "" : (styles.off ?? "")}`}>{rule.name}</b>
        <span className="small">
          {[
            isOn ? undefined : words.off,
            signer === undefined ? words.builtIn : words.from(signer.publisher),
            words.version(rule.version),
            rule.hosts.length === 0 ? words.families : undefined,
          ]
            .filter((part) => part !== undefined)
            .join(" · ")}
        </span>
      </span>
      {signer === undefined ? null : (
        <Button
          look="text"
          className="quiet"
          aria-label={words.removeRuleOf(rule.name)}
          onClick={() => void door.removeRule(rule.id)}
        >
          {words.removeRule}
        </Button>
      )}
      <Button
        look="text"
        className={isOn ? "quiet" : ""}
        aria-label={isOn ? words.switchOffOf(rule.name) : words.switchOnOf(rule.name)}
        onClick={() => void door.switchRule(rule.id, !isOn)}
      >
        {isOn ? words.switchOff : words.switchOn}
      </Button>
    </li>
  );
};

/** All rules of this browser; those from outside first, then those switched off. */
export const RuleList = ({
  rows,
  door,
}: {
  readonly rows: readonly RuleRow[];
  readonly door: PortalsDoor;
}) => {
  const words = useWords().portals;
  const placeOf = ({ signer, isOn }: RuleRow): number => {
    if (signer !== undefined) return 0;
    return isOn ? 2 : 1;
  };
  const sorted = [...rows].sort((a, b) => placeOf(a) - placeOf(b));
  const isSpecial = sorted[0] !== undefined && placeOf(sorted[0]) < 2;
  return (
    <details className={styles.rules} open={isSpecial ? true : undefined}>
      <summary className="btn text">
        {words.allRules(rows.length, rows.filter(({ isOn }) => !isOn).length)}
      </summary>
      <ul>
        {sorted.map((row) => (
          <Rule key={row.rule.id} row={row} door={door} />
        ))}
      </ul>
    </details>
  );
};
