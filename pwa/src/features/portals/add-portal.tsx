import { addPortals, hostOfAddress } from "@dianbo/shared/portal-list";
import type { PortalRule } from "@dianbo/shared/portal-rule";
import { ok } from "@dianbo/shared/result";
import { ChevronRight, Plus } from "lucide-react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { NameAndAddress } from "./name-and-address.tsx";
import { type PortalFacts, ruleOf } from "./portal-facts.ts";
import styles from "./portals.module.css";

interface Starter {
  readonly name: string;
  readonly home: string;
}

/** Portals whose pages a rule knows and that are not in the list. */
const startersFrom = (
  rules: readonly PortalRule[],
  facts: readonly PortalFacts[],
): readonly Starter[] => {
  const held = new Set(facts.map(({ portal }) => hostOfAddress(portal.home)));
  return rules.flatMap(({ name, home, hosts }) =>
    home === undefined || hosts.length === 0 || held.has(hostOfAddress(home))
      ? []
      : [{ name, home }],
  );
};

/** The ways into the list: an address, or a ready portal. */
export const AddPortal = ({
  facts,
  rules,
}: {
  readonly facts: readonly PortalFacts[];
  readonly rules: readonly PortalRule[];
}) => {
  const words = useWords().portals;
  const { library, newId, random } = useDependencies();
  const starters = startersFrom(rules, facts);
  const add = (wanted: readonly Starter[]): void => {
    void library.apply(({ snapshot }) =>
      ok(addPortals(wanted, snapshot.portals.values(), { newId, random })),
    );
  };
  return (
    <section className={`sheet ${styles.box ?? ""}`} aria-label={words.addTitle}>
      <h2>{words.addTitle}</h2>
      <NameAndAddress
        nameLabel={words.name}
        addressLabel={words.address}
        example={words.addressExample}
        button={words.add}
        nameFor={(address) => ruleOf(address, rules)?.name}
        isHeld={(address) => facts.some(({ portal }) => portal.home === address)}
        onAdd={(name, home) => add([{ name, home }])}
      />
      {starters.length === 0 ? null : (
        <details className={styles.starters} open={facts.length === 0}>
          <summary className="btn text">
            <Icon of={ChevronRight} size={18} />
            {words.starters}
            <span className="small">{words.startersHint}</span>
          </summary>
          <ul className={styles.starterList}>
            {starters.map((starter) => (
              <li key={starter.home}>
                <Button
                  className={`quiet ${styles.starter ?? ""}`}
                  icon={<Icon of={Plus} size={18} />}
                  aria-label={words.starterOf(starter.name)}
                  onClick={() => add([starter])}
                >
                  {starter.name}
                </Button>
              </li>
            ))}
          </ul>
          <Button look="text" onClick={() => add(starters)}>
            {words.addAll}
          </Button>
        </details>
      )}
    </section>
  );
};
