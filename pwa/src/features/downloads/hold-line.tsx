import { HardDrive, Moon, Pause } from "lucide-react";
import type { DownloadsDoor, DownloadsState } from "../../app/downloads-door.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import css from "./downloads.module.css";

const icon = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

/** Why nothing goes on just now, and the way out. */
export const HoldLine = ({
  door,
  state,
}: {
  readonly door: DownloadsDoor;
  readonly state: DownloadsState;
}) => {
  const { holds: words } = useWords().downloads;
  const { wishes, diskFree, waitsForNight } = state;
  const isHere = useDependencies().inbox?.handover === undefined;
  return (
    <div role="status">
      {diskFree === undefined ? null : (
        <div className={`note warn ${css.hold ?? ""}`}>
          <HardDrive {...icon} />
          <span className="grow">
            {words.disk(sizeInWords(diskFree), sizeInWords(wishes.reserve))}
          </span>
          {isHere ? (
            <a className="btn" href="#/keeping">
              {words.makeRoom}
            </a>
          ) : null}
          <Button onClick={() => void door.wish({})}>{words.lookAgain}</Button>
        </div>
      )}
      {wishes.allPaused ? (
        <div className={`note ${css.hold ?? ""}`}>
          <Pause {...icon} />
          <span>{words.allPaused}</span>
        </div>
      ) : null}
      {waitsForNight ? (
        <div className={`note ${css.hold ?? ""}`}>
          <Moon {...icon} />
          <span>{words.night(wishes.nightFrom, wishes.nightTo)}</span>
        </div>
      ) : null}
    </div>
  );
};
