import { CircleCheck, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { AddPortal } from "./add-portal.tsx";
import { PortalEditor } from "./portal-editor.tsx";
import { PortalRow } from "./portal-row.tsx";
import styles from "./portals.module.css";
import { RulesSheet } from "./rules-sheet.tsx";
import { usePortals, usePortalsDoor } from "./use-portals.ts";

/** One click for the leave of the whole list; `undefined` where this home knows of none. */
const LeaveForAll = ({ onRefused }: { readonly onRefused: (refused: boolean) => void }) => {
  const { leave: words } = useWords().portals;
  const { door } = usePortalsDoor();
  const { facts } = usePortals();
  if (door === undefined || facts.length === 0 || facts[0]?.leave === undefined) return null;
  const open = facts.filter(({ leave }) => leave !== "all");
  if (open.length === 0) {
    return (
      <span className="st ok small">
        <Icon of={CircleCheck} size={18} />
        {words.allGiven}
      </span>
    );
  }
  return (
    <Button
      icon={<Icon of={ShieldCheck} size={18} />}
      onClick={() => {
        const answer = door.ask([...new Set(open.flatMap(({ hosts }) => hosts))]);
        void answer.then((given) => onRefused(!given));
      }}
    >
      {words.askAll}
    </Button>
  );
};

/** The site's own list of portals: each a start page of the download session. */
export const PortalsRoom = () => {
  const words = useWords().portals;
  const { facts, rules } = usePortals();
  const { door } = usePortalsDoor();
  const [edited, setEdited] = useState<string>();
  const [refused, setRefused] = useState(false);
  return (
    <main className={`main ${styles.main ?? ""}`}>
      <div className="head">
        <h1>{words.title}</h1>
        <span className={`small grow ${styles.lede ?? ""}`}>{words.lede}</span>
        <LeaveForAll onRefused={setRefused} />
      </div>
      <div className={styles.halves}>
        <section className={`sheet ${styles.sheet ?? ""}`} aria-label={words.list}>
          <div role="status">
            {refused ? (
              <p className={`note warn ${styles.told ?? ""}`}>{words.leave.refused}</p>
            ) : null}
          </div>
          {facts.length === 0 ? <p className={styles.empty}>{words.empty}</p> : null}
          <ul>
            {facts.map((one, index) => (
              <li key={one.portal.id} className={styles.portal}>
                {edited === one.portal.id ? (
                  <PortalEditor
                    facts={one}
                    index={index}
                    count={facts.length}
                    onDone={() => setEdited(undefined)}
                  />
                ) : (
                  <PortalRow
                    facts={one}
                    others={facts.filter((other) => other !== one)}
                    onEdit={() => setEdited(one.portal.id)}
                    onRefused={setRefused}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
        <div className={styles.side}>
          <AddPortal facts={facts} rules={rules} />
          {door === undefined ? (
            <p className={`small ${styles.hosted ?? ""}`}>{words.hosted}</p>
          ) : (
            <RulesSheet />
          )}
        </div>
      </div>
    </main>
  );
};
