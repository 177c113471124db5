import type { SetMenu } from "@dianbo/shared/set-menu";
import type { WishStanding } from "@dianbo/shared/wish";
import { CalendarCheck, CircleCheck } from "lucide-react";
import { useSiteTime } from "../../app/site-records.ts";
import { dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import styles from "./wishes.module.css";

const inWords = (standing: WishStanding, words: Words["wishes"], today: string): string => {
  const { standing: say } = words;
  const day = (on: string): string => dayInWords(on, today);
  const menu = ({ number, name }: SetMenu): string => words.menu(number ?? undefined, name);
  switch (standing.type) {
    case "waiting":
      return say.waiting;
    case "held":
      return standing.menu === undefined ? say.held : say.heldInMenu(menu(standing.menu));
    case "scheduled":
      return (standing.on < today ? say.wasScheduled : say.scheduled)(
        menu(standing.menu),
        day(standing.on),
      );
    case "played":
      return standing.menu === undefined
        ? say.played(day(standing.on))
        : say.playedIn(menu(standing.menu), day(standing.on));
    case "answered":
      return say.answered(day(standing.on), standing.how);
    case "declined":
      return say.declined(standing.reason);
  }
};

/** How a wish stands: the item that fulfils it, and when it was or will be shown. */
export const StandingLine = ({ standing }: { readonly standing: WishStanding }) => {
  const words = useWords().wishes;
  const { date } = useSiteTime();
  const text = inWords(standing, words, date);
  const isDone = standing.type === "played" || standing.type === "answered";
  return (
    <span className={styles.standing}>
      {"item" in standing && standing.item.number != null ? (
        <NumberTag number={standing.item.number} size="s" />
      ) : null}
      {standing.type === "scheduled" ? (
        <a className="st small" href={`#/schedule/${standing.session}`}>
          <Icon of={CalendarCheck} size={18} />
          {text}
        </a>
      ) : (
        <span className={`st small ${isDone ? "ok" : ""}`}>
          {isDone ? <Icon of={CircleCheck} size={18} /> : null}
          {text}
        </span>
      )}
    </span>
  );
};
