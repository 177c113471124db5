import { CircleCheck, Hourglass, TriangleAlert } from "lucide-react";
import { useSyncExternalStore } from "react";
import type { GivingState, HandoverDoor } from "../../app/inbox-source.ts";
import { useWords, type Words } from "../../locales/index.ts";
import css from "./inbox-room.module.css";

const icon = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

const sentences = (
  giving: GivingState,
  words: Words["inbox"],
): { readonly look: "" | "ok" | "warn"; readonly lines: readonly string[] } | undefined => {
  switch (giving.state) {
    case "still":
      return undefined;
    case "not-opened":
      return { look: "warn", lines: [words.giving.notOpened] };
    case "knocking":
      return { look: "", lines: [words.giving.knocking] };
    case "unanswered":
      return { look: "warn", lines: [words.giving.unanswered] };
    case "giving":
      return { look: "", lines: [words.giving.giving(giving.given, giving.total)] };
    case "closed":
      return {
        look: "warn",
        lines: [words.giving.closed(giving.given, giving.total - giving.given)],
      };
    case "ended": {
      const refused = giving.refused.map(({ title, reason }) =>
        words.giving.refused(title, words.refusals[reason]),
      );
      return {
        look: refused.length === 0 ? "ok" : "warn",
        lines: [
          ...(giving.total === 0 ? [words.giving.nothing] : []),
          ...(giving.given === 0 ? [] : [words.giving.ended(giving.given)]),
          ...refused,
          ...(giving.given < giving.total ? [words.giving.stillHere] : []),
        ],
      };
    }
  }
};

/** How the hand-over to the hosted app goes, in words; nothing where none was begun. */
export const HandoverLine = ({ door }: { readonly door: HandoverDoor }) => {
  const { inbox: words } = useWords();
  const giving = useSyncExternalStore(door.subscribe, door.state);
  const said = sentences(giving, words);
  return (
    <div role="status" className={css.status}>
      {said === undefined ? null : (
        <div className={`note ${said.look} ${css.done ?? ""}`}>
          {said.look === "ok" ? <CircleCheck {...icon} /> : null}
          {said.look === "warn" ? <TriangleAlert {...icon} /> : null}
          {said.look === "" ? <Hourglass {...icon} /> : null}
          <div className="grow">
            {said.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </div>
      )}
    </div>
  );
};
