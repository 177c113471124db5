import { waitingQuestions } from "@dianbo/shared/question";
import type { SetMenu } from "@dianbo/shared/set-menu";
import { useState } from "react";
import { useQuestions } from "../../../app/site-records.ts";
import styles from "./host.module.css";
import { HostButton } from "./host-button.tsx";
import type { ProjectorState } from "./projector-host.ts";
import { isOnOtherScreen } from "./screens.ts";
import { useTwoScreensWords } from "./words.ts";

const MOMENTS = ["before", "during", "after", "asked"] as const;
type Moment = (typeof MOMENTS)[number];

/**
 * Whether only the host sees this screen: there is a second one, and the projector's window is on it. Where the
 * projector shows the same as the PC, everybody would read along.
 */
const isPrivate = ({ report }: ProjectorState): boolean => {
  return report !== undefined && isOnOtherScreen(report.middle);
};

/** The menu's notes for the host, and what was asked last time: the one of the moment, the others by a press. */
export const HostNotes = ({
  menu,
  begun,
  last,
  projector,
}: {
  readonly menu: SetMenu | undefined;
  readonly begun: boolean;
  /** Nothing comes after what is on. */
  readonly last: boolean;
  readonly projector: ProjectorState;
}) => {
  const words = useTwoScreensWords();
  const [picked, setPicked] = useState<Moment>();
  const notes = {
    before: menu?.noteBefore ?? "",
    during: menu?.noteDuring ?? "",
    after: menu?.noteAfter ?? "",
    asked: waitingQuestions(useQuestions())
      .map(({ text }) => `• ${text}`)
      .join("\n"),
  };
  const there = MOMENTS.filter((moment) => notes[moment].trim() !== "");
  if (there.length === 0) return null;
  if (!isPrivate(projector)) {
    return <p className={styles["notPrivate"]}>{words.notPrivate}</p>;
  }
  const ofNow: Moment = begun ? (last ? "after" : "during") : "before";
  const wanted = picked ?? ofNow;
  const shown = there.includes(wanted) ? wanted : (there[0] ?? ofNow);
  return (
    <section className={styles["notes"]} aria-label={words.notes}>
      <div className={styles["noteHead"]}>
        {there.map((moment) => (
          <HostButton
            key={moment}
            look="small"
            chosen={moment === shown}
            onPress={() => setPicked(moment)}
          >
            {words.note[moment]}
          </HostButton>
        ))}
        <span className="end">{words.onlyYou}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <p tabIndex={0}>{notes[shown]}</p>
    </section>
  );
};
