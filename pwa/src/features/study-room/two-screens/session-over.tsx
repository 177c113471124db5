import { waitingShowings } from "@dianbo/shared/ledger";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useShowings } from "../../../app/showings.ts";
import { useSiteTime } from "../../../app/site-records.ts";
import { NumberTag } from "../../../design/number-tag.tsx";
import { chosenLanguage } from "../../../locales/chosen-language.ts";
import { useOfficeAddress } from "../office-address.ts";
import host from "./host.module.css";
import { HostButton } from "./host-button.tsx";
import styles from "./session-over.module.css";
import { useTwoScreensWords } from "./words.ts";

const registerWords = async () =>
  chosenLanguage() === "en"
    ? (await import("../../../locales/en/register.ts")).register
    : (await import("../../../locales/zh-CN/register.ts")).register;

const Card = lazy(async () => {
  const [{ AfterShowingCard }, words] = await Promise.all([
    import("../../../app/after-showing/index.ts"),
    registerWords(),
  ]);
  return {
    default: ({
      showing,
      done,
    }: {
      readonly showing: ReturnType<typeof useShowings>[number];
      readonly done: () => void;
    }): ReactNode => (
      <section
        className={styles["card"]}
        aria-label={words.card.title}
        // What is typed into the card is no number that somebody calls; Esc gives the keys back to the room.
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") done();
        }}
      >
        <h2>{words.card.title}</h2>
        <AfterShowingCard showing={showing} words={words.card} done={done} />
        <HostButton look="small" onPress={done}>
          {words.later}
          <kbd className="kbd">Esc</kbd>
        </HostButton>
      </section>
    ),
  };
});

/**
 * After 「散场」: what was shown, the card for how many came, and the ways from here. Only now may a card stand
 * on a screen that all see. Put off, it waits on the start page.
 */
export const SessionOver = ({
  goOn,
  wide,
}: {
  /** Takes 「散场」 back; none where nothing was left to be shown. */
  readonly goOn: (() => void) | undefined;
  /** In the room's one window, and not within the host's screen. */
  readonly wide: boolean;
}) => {
  const words = useTwoScreensWords();
  const office = useOfficeAddress();
  const { date } = useSiteTime();
  const today = useShowings().filter(({ on }) => on === date);
  const [waiting] = waitingShowings(today, date);
  const [putOff, setPutOff] = useState<string>();
  const lines = today.at(-1)?.lines.filter(({ struck }) => struck == null) ?? [];
  return (
    <main
      className={`${styles["over"]} ${wide ? `${styles["wide"]} near room` : `${host["now"]} ${styles["within"]}`}`}
    >
      <h1>{words.overTitle}</h1>
      <p>{words.overSay}</p>
      <div className={styles["overHalves"]}>
        {lines.length === 0 ? null : (
          <section>
            <h2>{words.shown}</h2>
            <ul>
              {lines.map((line) => (
                <li key={line.id}>
                  {line.number == null ? null : <NumberTag number={line.number} />}
                  <span className="clip">{line.title}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {waiting === undefined || waiting.id === putOff ? null : (
          <Suspense>
            <Card key={waiting.id} showing={waiting} done={() => setPutOff(waiting.id)} />
          </Suspense>
        )}
      </div>
      <p className={styles["overActs"]}>
        {goOn === undefined ? null : (
          <HostButton look="edge" onPress={goOn}>
            {words.tooEarly}
          </HostButton>
        )}
        <a className={`${host["button"]} ${host["edge"]}`} href={office}>
          {words.toOffice}
        </a>
      </p>
    </main>
  );
};
