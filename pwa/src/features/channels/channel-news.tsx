import { civilDateOf } from "@dianbo/shared/clock";
import { Sparkles, TriangleAlert } from "lucide-react";
import { channelDoor } from "../../app/channel-door.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { type ChannelSummary, troubleOf } from "../../storage/channels/index.ts";
import css from "./channels.module.css";
import { RhythmChoice } from "./rhythm-choice.tsx";

/** A host that was away once or twice is nobody's concern; whoever else goes wrong is told of at once. */
const QUIET_FAILURES = 3;
const MAY_PASS: ReadonlySet<string> = new Set(["no-answer", "host-busy"]);

/** Of a channel on the web: its news, how often it looks for them, and what went wrong the last time. */
export const ChannelNews = ({
  channel,
  told,
  check,
}: {
  readonly channel: ChannelSummary;
  readonly told: (said: string) => void;
  /** Looks at what is new. */
  readonly check: () => void;
}) => {
  const { channels: words } = useWords();
  const { clock } = useDependencies();
  const { checks, index, id } = channel;
  const { name } = index;
  const askedOn = checks?.askedAt === undefined ? undefined : civilDateOf(checks.askedAt);
  const day = askedOn === undefined ? "" : dayInWords(askedOn, civilDateOf(clock.now()));
  const trouble = troubleOf(checks?.trouble);
  const isTold =
    trouble !== undefined && (!MAY_PASS.has(trouble) || (checks?.failures ?? 0) >= QUIET_FAILURES);
  return (
    <>
      {checks?.news === undefined ? null : (
        <div className={`note ok ${css.news ?? ""}`}>
          <Icon of={Sparkles} size={18} />
          <b className="grow">{words.newsTitle(checks.news.release, checks.news.written)}</b>
          <Button aria-label={words.newsLookOf(name)} onClick={check}>
            {words.newsLook}
          </Button>
        </div>
      )}
      {isTold ? (
        <p className={`st warn ${css.notHere ?? ""}`}>
          <Icon of={TriangleAlert} size={18} />
          <span>
            {words.troubleAt(day)}
            {words.failures[trouble]}
          </span>
        </p>
      ) : null}
      <div className={css.rhythm}>
        <span className="small" aria-hidden="true">
          {words.rhythm}
        </span>
        <RhythmChoice
          name={words.rhythmOf(name)}
          rhythm={checks?.rhythm ?? "never"}
          choose={(rhythm) => {
            void channelDoor()
              .ask({ type: "look-for-news", channel: id, rhythm })
              .then((reply) =>
                told(
                  reply.type === "done"
                    ? words.rhythmSaid[rhythm](name)
                    : words.failures["not-stored"],
                ),
              );
          }}
        />
        <span className="small">{day === "" ? "" : words.askedAt(day)}</span>
      </div>
    </>
  );
};
