import { civilDateOf } from "@dianbo/shared/clock";
import { Moon, Pause, Play } from "lucide-react";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { DaySheet } from "./day-sheet.tsx";
import { DownloadList } from "./download-list.tsx";
import css from "./downloads.module.css";
import { HoldLine } from "./hold-line.tsx";
import { useDownloads } from "./use-downloads.ts";
import { WishesSheet } from "./wishes-sheet.tsx";

const icon = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

const dayInWords = (date: string): string =>
  new Intl.DateTimeFormat(document.documentElement.lang, {
    month: "long",
    day: "numeric",
    timeZone: "UTC",
  }).format(Date.parse(date));

/** The downloads: the queue at the left, what the session has brought at the right. */
export const DownloadsRoom = () => {
  const { downloads: words } = useWords();
  const { library, clock } = useDependencies();
  const identity = useIdentity();
  const { door, state } = useDownloads();
  if (door === undefined || state === undefined) {
    return (
      <main className="main">
        <div className="head">
          <h1>{words.title}</h1>
        </div>
        <p className="sheet">{words.loading}</p>
      </main>
    );
  }
  const now = clock.now();
  const { day, wishes } = state;
  const post = day?.endedAt === undefined ? (day?.post ?? identity.post) : identity.post;
  const other = post === "A" ? "B" : "A";
  const isToday = day === undefined || day.date === civilDateOf(now);
  const switchPost = async (): Promise<void> => {
    await library.setPost(other);
    if (day !== undefined && day.endedAt === undefined) await door.setPost(day.id, other);
  };
  return (
    <main className={`main ${css.room ?? ""}`}>
      <div className="head">
        <h1>{isToday ? words.title : words.titleOf(dayInWords(day.date))}</h1>
        <span className="dim n">{dayInWords(day?.date ?? civilDateOf(now))}</span>
        <Button
          look="text"
          aria-label={words.switchPost(post, other)}
          title={words.switchPost(post, other)}
          onClick={() => void switchPost()}
        >
          {words.post(post)}
        </Button>
        <span className="end row">
          <Button
            icon={<Moon {...icon} />}
            aria-pressed={wishes.nightOnly}
            onClick={() => void door.wish({ nightOnly: !wishes.nightOnly })}
          >
            {wishes.nightOnly ? words.atOnce : words.atNight}
            <span className="hint n">{words.window(wishes.nightFrom, wishes.nightTo)}</span>
          </Button>
          <Button
            icon={wishes.allPaused ? <Play {...icon} /> : <Pause {...icon} />}
            onClick={() => void door.wish({ allPaused: !wishes.allPaused })}
          >
            {wishes.allPaused ? words.goOnAll : words.pauseAll}
          </Button>
        </span>
      </div>
      <HoldLine door={door} state={state} />
      <div className={css.columns}>
        <div className={css.left}>
          <DownloadList door={door} state={state} now={now} />
          <WishesSheet door={door} wishes={wishes} />
        </div>
        <DaySheet door={door} state={state} now={now} />
      </div>
    </main>
  );
};
