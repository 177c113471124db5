import { List, Maximize, ReceiptText, ShieldCheck } from "lucide-react";
import { chosenLanguage } from "../../locales/chosen-language.ts";
import { keepChoice } from "../../locales/kept-choice.ts";
import type { SavedReceipt } from "./save-receipt.ts";
import styles from "./start-screen.module.css";
import { useHostLines } from "./stick-trouble.ts";
import { type UsbWords, useUsbWords } from "./usb-words.ts";
import { useReceipt } from "./use-receipt.ts";

const outcomeIn = (words: UsbWords, outcome: SavedReceipt | undefined): string | undefined => {
  switch (outcome?.type) {
    case "saved":
      return words.receipt.saved(outcome.name);
    case "downloaded":
      return words.receipt.downloaded(outcome.name);
    case "failed":
      return words.receipt.failed;
    case "put-off":
    case undefined:
      return undefined;
  }
};

const speakOther = (): void => {
  keepChoice("dianbo-language", chosenLanguage() === "en" ? "zh-CN" : "en");
  location.reload();
};

/** What the host should know, and the doors: receipt, full screen, everything on one sheet. */
export const StartFoot = ({
  say,
  onFullScreen,
  onList,
}: {
  readonly say: string | undefined;
  readonly onFullScreen: (() => void) | undefined;
  readonly onList: () => void;
}) => {
  const words = useUsbWords();
  const { waiting, outcome, save } = useReceipt();
  const lines = useHostLines();
  const outcomeLine =
    waiting > 0 && outcome?.type !== "failed" ? undefined : outcomeIn(words, outcome);
  const line =
    outcomeLine ?? lines[0] ?? say ?? (waiting > 0 ? words.played(waiting) : words.noNames);
  return (
    <footer className={styles["foot"]}>
      <p role="status">
        <ShieldCheck className="i" aria-hidden="true" strokeWidth={1.75} />
        <span>{line}</span>
      </p>
      <button type="button" className={styles["language"]} onClick={speakOther}>
        {words.otherLanguage}
      </button>
      {waiting > 0 ? (
        <button type="button" className={styles["go"]} onClick={save}>
          <ReceiptText className="i" aria-hidden="true" strokeWidth={1.75} />
          {words.receipt.save}
        </button>
      ) : null}
      {onFullScreen === undefined ? null : (
        <button type="button" onClick={onFullScreen}>
          <Maximize className="i" aria-hidden="true" strokeWidth={1.75} />
          {words.fullScreen}
          <kbd className="kbd">F11</kbd>
        </button>
      )}
      <button type="button" onClick={onList}>
        <List className="i" aria-hidden="true" strokeWidth={1.75} />
        {words.allProgrammes}
      </button>
    </footer>
  );
};
