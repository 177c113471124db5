import { civilDateOf } from "@dianbo/shared/clock";
import { hostOfAddress } from "@dianbo/shared/portal-list";
import { CircleCheck, CircleDashed, ExternalLink, TriangleAlert } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import type { PortalFacts } from "./portal-facts.ts";
import styles from "./portals.module.css";
import { usePortalsDoor } from "./use-portals.ts";

const LeaveOf = ({
  facts: { portal, hosts, leave },
  others,
  onRefused,
}: {
  readonly facts: PortalFacts;
  readonly others: readonly PortalFacts[];
  readonly onRefused: (refused: boolean) => void;
}) => {
  const { leave: words } = useWords().portals;
  const { door } = usePortalsDoor();
  if (leave === undefined || door === undefined) return null;
  return (
    <span className={styles.leave}>
      <span className={`st small ${leave === "all" ? "ok" : ""}`}>
        <Icon of={leave === "all" ? CircleCheck : CircleDashed} size={18} />
        {words[leave]}
      </span>
      {leave === "all" ? null : (
        <Button
          look="text"
          aria-label={words.askOf(portal.name)}
          onClick={() => void door.ask(hosts).then((given) => onRefused(!given))}
        >
          {words.ask}
        </Button>
      )}
      {leave === "none" ? null : (
        <Button
          look="text"
          className="quiet"
          aria-label={words.giveBackOf(portal.name)}
          onClick={() =>
            void door.giveBack(
              hosts,
              others.flatMap((other) => other.hosts),
            )
          }
        >
          {words.giveBack}
        </Button>
      )}
    </span>
  );
};

/** One portal: its name and columns open in new tabs; when it was last used, and what it brought. */
export const PortalRow = ({
  facts,
  others,
  onEdit,
  onRefused,
}: {
  readonly facts: PortalFacts;
  readonly others: readonly PortalFacts[];
  readonly onEdit: () => void;
  readonly onRefused: (refused: boolean) => void;
}) => {
  const words = useWords().portals;
  const { portal, columns, last, trouble } = facts;
  return (
    <>
      <div className={styles.line}>
        <a
          className={styles.name}
          href={portal.home}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={words.openOf(portal.name)}
        >
          <span className="clip">{portal.name}</span>
          <Icon of={ExternalLink} size={18} />
        </a>
        <span className={`small clip grow ${styles.host ?? ""}`}>{hostOfAddress(portal.home)}</span>
        <span className={`small ${styles.last ?? ""}`}>
          {last === undefined ? words.never : words.last(last.day, last.count)}
        </span>
        <LeaveOf facts={facts} others={others} onRefused={onRefused} />
        <Button look="text" aria-label={words.editOf(portal.name)} onClick={onEdit}>
          {words.edit}
        </Button>
      </div>
      {columns.length === 0 ? null : (
        <ul className={styles.columns} aria-label={words.columns}>
          {columns.map((column) => (
            <li key={column.id}>
              <a
                className={`chip ${styles.column ?? ""}`}
                href={column.url}
                target="_blank"
                rel="noopener noreferrer"
                aria-label={words.openOf(column.name)}
              >
                {column.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {trouble === undefined ? null : (
        <div className={`note warn ${styles.trouble ?? ""}`}>
          <Icon of={TriangleAlert} />
          <div>
            <b>{words.trouble(civilDateOf(trouble.since), trouble.missing)}</b>
            <p className="small">{words.troubleHint}</p>
          </div>
        </div>
      )}
    </>
  );
};
