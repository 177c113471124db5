import { Button } from "@dianbo/pwa/design/button.tsx";
import { Mark } from "@dianbo/pwa/design/mark.tsx";
import { Inbox as InboxIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "../locales/index.ts";
import styles from "./clip-panel.module.css";

/** The panel's frame: head with site and inbox, the sheet, the foot that never scrolls away. */
export const PanelFrame = ({
  heading,
  site,
  waiting,
  onInbox,
  say,
  foot,
  children,
}: {
  /** What the panel does now; clipping one page where nothing else is said. */
  readonly heading?: string;
  readonly site: string;
  /** Clips in the inbox. */
  readonly waiting: number;
  readonly onInbox: () => void;
  /** Read out to those who do not see when it changes. */
  readonly say: ReactNode;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}) => {
  const words = useWords();
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <Mark size={24} />
        <h1>{heading ?? words.heading}</h1>
        <span className={`hint clip ${styles.site}`}>{site}</span>
        <Button
          look="text"
          className="end"
          aria-label={words.openInbox(waiting)}
          icon={<InboxIcon className="i" aria-hidden="true" size={20} strokeWidth={1.75} />}
          onClick={onInbox}
        >
          <span className="n">{waiting}</span>
        </Button>
      </header>
      <main className={styles.sheet}>{children}</main>
      <footer className={styles.foot}>
        <div aria-live="polite">{say}</div>
        {foot}
      </footer>
    </div>
  );
};

/** A page that says why there is nothing to clip, and the way on. */
export const NothingToClip = ({
  title,
  way,
  again,
}: {
  readonly title: string;
  readonly way: string;
  readonly again?: ReactNode;
}) => (
  <div className={styles.nothing}>
    <TriangleAlert className="i" aria-hidden="true" size={24} strokeWidth={1.75} />
    <h2>{title}</h2>
    <p>{way}</p>
    {again}
  </div>
);

/** The library could not be opened: nothing can be saved, and nothing is lost. */
export const StoreClosed = ({ onRetry }: { readonly onRetry: () => void }) => {
  const words = useWords();
  return (
    <div className={styles.panel}>
      <main className={styles.sheet}>
        <NothingToClip
          title={words.heading}
          way={words.failures["store-closed"]}
          again={<Button onClick={onRetry}>{words.clipAgain}</Button>}
        />
      </main>
    </div>
  );
};
