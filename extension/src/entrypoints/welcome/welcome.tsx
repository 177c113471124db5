import { Key } from "@dianbo/pwa/design/button.tsx";
import { Mark } from "@dianbo/pwa/design/mark.tsx";
import { NumberTag } from "@dianbo/pwa/design/number-tag.tsx";
import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import type { Words } from "../../locales/index.ts";
import { FIRST_PORTALS } from "./first-portals.ts";
import { ToolbarPicture } from "./toolbar-picture.tsx";
import { useToolbar } from "./toolbar-state.ts";
import styles from "./welcome.module.css";

const SHORTCUT = ["Alt", "Shift", "D"];

const Step = ({
  count,
  title,
  picture,
  children,
}: {
  readonly count: number;
  readonly title: string;
  readonly picture: ReactNode;
  readonly children: ReactNode;
}) => (
  <li className={styles["step"]}>
    <h2>
      <span className={styles["count"]}>{count}</span>
      {title}
    </h2>
    <div className={styles["stage"]}>{picture}</div>
    <p>{children}</p>
  </li>
);

/** The greeting: what this is, the three moves of a clip, the way to a first portal and into the book. */
export const Welcome = ({ words }: { readonly words: Words["welcome"] }) => {
  const { isPinned, shortcut } = useToolbar();
  const [first, ...others] = FIRST_PORTALS;
  return (
    <main className={styles["page"]}>
      <header className={styles["head"]}>
        <Mark size={56} />
        <div>
          <h1>{words.heading}</h1>
          <p>{words.what}</p>
        </div>
      </header>
      <ol className={styles["steps"]}>
        <Step count={1} title={words.pin.title} picture={<ToolbarPicture words={words.pin} />}>
          {isPinned === true ? words.pin.done : words.pin.how}
        </Step>
        <Step
          count={2}
          title={words.press.title}
          picture={
            <span className={styles["keys"]}>
              {SHORTCUT.map((key, at) => (
                <span key={key}>
                  {at === 0 ? null : <em aria-hidden="true">+</em>}
                  <Key>{key}</Key>
                </span>
              ))}
            </span>
          }
        >
          {shortcut === "" ? words.press.taken : words.press.how}
        </Step>
        <Step
          count={3}
          title={words.file.title}
          picture={
            <span className={styles["filing"]}>
              <Key>1</Key>
              <em aria-hidden="true">→</em>
              <NumberTag number={1001} size="l" />
            </span>
          }
        >
          {words.file.how}
        </Step>
      </ol>
      <nav className={styles["ways"]} aria-label={words.ways}>
        <a className="btn go" href={first.address} target="_blank" rel="noreferrer">
          {words.firstPortal(words.portals[first.name])}
          <ExternalLink className="i" aria-hidden="true" size={18} />
        </a>
        <a className="btn" href="app.html" target="_blank" rel="noopener">
          {words.openBook}
        </a>
        <p className={styles["others"]}>
          <span>{words.others}</span>
          {others.map(({ name, address }) => (
            <a key={name} href={address} target="_blank" rel="noreferrer">
              {words.portals[name]}
            </a>
          ))}
        </p>
      </nav>
      <footer className={styles["foot"]}>
        <p>{words.update}</p>
        <p>{words.remove}</p>
      </footer>
    </main>
  );
};
