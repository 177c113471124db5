import type { Instant } from "@dianbo/shared/clock";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useWaiting } from "../../app/use-waiting.ts";
import { Icon } from "../../design/icon.tsx";
import type { LastMeeting, MetOnce } from "./last-meeting.ts";
import css from "./meeting.module.css";
import { lastInWords, useMeetingWords } from "./meeting-words.ts";

const Troubles = ({ troubles }: Pick<MetOnce, "troubles">) => {
  const words = useMeetingWords();
  const counts = new Map<MetOnce["troubles"][number]["type"], number>();
  for (const { type } of troubles) counts.set(type, (counts.get(type) ?? 0) + 1);
  return (
    <div className={`note warn ${css.outcome ?? ""}`}>
      <Icon of={TriangleAlert} />
      <div>
        <b>{words.troubleTitle}</b>
        <ul>
          {[...counts].map(([type, count]) => (
            <li key={type}>{words.troubles[type](count)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
};

/** How the last meeting went: what came, what waits, what could not be taken. */
export const ResultNote = ({
  last,
  now,
}: {
  readonly last: LastMeeting;
  readonly now: Instant;
}) => {
  const words = useMeetingWords();
  const waiting = useWaiting();
  const { met, failed } = last;
  const said = lastInWords(last, now, words);
  if (said === undefined) return null;
  return (
    <>
      <div
        className={`note ${failed === undefined ? "ok" : "warn"} ${css.outcome ?? ""}`}
        data-at={(failed ?? met)?.at}
      >
        <Icon of={failed === undefined ? CircleCheck : TriangleAlert} />
        <div>
          <b>{said}</b>
          {met === undefined || failed !== undefined ? (
            <p>{words.left}</p>
          ) : (
            <p>
              {words.namesCame(met.names)}
              {words.gave(met.given)}
              {met.namesWait ? words.namesWaited : ""}
            </p>
          )}
          {waiting.length === 0 ? null : <a href="#/settle">{words.toSettle}</a>}
        </div>
      </div>
      {met === undefined || failed !== undefined || met.troubles.length === 0 ? null : (
        <Troubles troubles={met.troubles} />
      )}
    </>
  );
};
