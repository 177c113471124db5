import type { Session } from "@dianbo/shared/session";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import styles from "./schedule.module.css";
import { useSaving } from "./use-saving.ts";

/** The ways in which a session ends: called off, taken away, or the end of its series. */
export const SessionEnds = ({
  session,
  isSeries,
  finish,
}: {
  readonly session: Session;
  readonly isSeries: boolean;
  readonly finish: (kept: Promise<boolean>) => Promise<void>;
}) => {
  const words = useWords().schedule.form;
  const saving = useSaving();
  return (
    <div className={`${styles.buttons ?? ""} ${styles.ends ?? ""} ${styles.wide ?? ""}`}>
      <Button
        look="text"
        className="quiet"
        onClick={() => void finish(saving.callOff(session, !session.cancelled))}
      >
        {session.cancelled ? words.callOn : words.callOff}
      </Button>
      {session.stored ? (
        <Button look="text" className="quiet" onClick={() => void finish(saving.remove(session))}>
          {isSeries ? words.removeChanges : words.remove}
        </Button>
      ) : null}
      {!isSeries ? null : (
        <Button look="text" className="quiet" onClick={() => void finish(saving.endFrom(session))}>
          {words.end}
        </Button>
      )}
    </div>
  );
};
