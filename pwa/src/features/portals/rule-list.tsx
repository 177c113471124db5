import { ChevronRight } from "lucide-react";
import type { PortalsDoor, RuleRow } from "../../app/portals-door.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
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

/** All rules of this browser: those from outside in sight, those that ship with the product behind a fold. */
export const RuleList = ({
  rows,
  door,
}: {
  readonly rows: readonly RuleRow[];
  readonly door: PortalsDoor;
}) => {
  const words = useWords().portals;
  const taken = rows.filter(({ signer }) => signer !== undefined);
  const builtIn = rows.filter(({ signer }) => signer === undefined);
  return (
    <>
      {taken.length === 0 ? null : (
        <ul>
          {taken.map((row) => (
            <Rule key={row.rule.id} row={row} door={door} />
          ))}
        </ul>
      )}
      <details className={styles.rules}>
        <summary className="btn text">
          <Icon of={ChevronRight} size={18} />
          {words.allRules(builtIn.length, builtIn.filter(({ isOn }) => !isOn).length)}
        </summary>
        <ul>
          {builtIn.map((row) => (
            <Rule key={row.rule.id} row={row} door={door} />
          ))}
        </ul>
      </details>
    </>
  );
};
