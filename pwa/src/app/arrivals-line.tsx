import { Inbox, TriangleAlert, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { useWords } from "../locales/index.ts";
import type { Arrivals } from "./arrivals.ts";
import css from "./shell.module.css";

/** The quiet lines about what a paired extension sends by itself; undo is the act's own, at the foot. */
export const ArrivalsLine = ({ arrivals }: { readonly arrivals: Arrivals }) => {
  const { inbox } = useWords();
  const words = inbox.arriving;
  const { received, unfiled, leftBehind, refused, twoBooks } = useSyncExternalStore(
    arrivals.subscribe,
    arrivals.state,
  );
  return (
    <div role="status" className={css.arrivals}>
      {twoBooks ? (
        <div className={`note warn ${css.version ?? ""}`}>
          <Icon of={TriangleAlert} />
          <span className="grow">{words.twoBooks}</span>
          <Button onClick={() => arrivals.openExtension("inbox")}>{words.openExtension}</Button>
        </div>
      ) : null}
      {refused.map(({ title, reason }) => (
        <div className={`note warn ${css.version ?? ""}`} key={title}>
          <Icon of={TriangleAlert} />
          <span className="grow">{inbox.taking.refused(title, inbox.refusals[reason])}</span>
        </div>
      ))}
      {received === 0 ? null : (
        <div className={`note ${css.version ?? ""}`}>
          <Icon of={Inbox} />
          <span className="grow">{words.received(received)}</span>
          {unfiled === 0 ? (
            <a className="btn" href="#/library">
              {inbox.taking.toLibrary}
            </a>
          ) : (
            <a className="btn" href="#/inbox">
              {inbox.taking.toInbox}
            </a>
          )}
          <Button look="text" aria-label={words.close} onClick={arrivals.dismiss}>
            <Icon of={X} size={18} />
          </Button>
        </div>
      )}
      {leftBehind === 0 ? null : (
        <div className={`note ${css.version ?? ""}`}>
          <Icon of={Inbox} />
          <span className="grow">{words.leftBehind(leftBehind)}</span>
          <Button onClick={() => arrivals.openExtension("inbox")}>{words.openInbox}</Button>
        </div>
      )}
    </div>
  );
};
