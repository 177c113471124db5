import { minutesSchema } from "@dianbo/shared/clock";
import { createFilledMenu, SESSION_MINUTES } from "@dianbo/shared/set-menu";
import { Minus, Plus } from "lucide-react";
import { useState } from "react";
import * as v from "valibot";
import { useDependencies } from "../../app/library-context.tsx";
import { useSearchIndex } from "../../app/use-search-index.ts";
import { BackLink } from "../../design/back-link.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { ComposePanel } from "./compose-panel.tsx";
import settings from "./menu-settings.module.css";
import { useAct } from "./use-act.ts";

/** 配餐 from nothing: conditions left, the proposal right; taking it makes a menu in one step. */
export const ComposeRoom = () => {
  const { setMenus: words } = useWords();
  const { newId, random } = useDependencies();
  const index = useSearchIndex();
  const acting = useAct();
  const [session, setSession] = useState<number>(SESSION_MINUTES);
  const stretch = (by: number): void => setSession((now) => Math.min(480, Math.max(5, now + by)));
  return (
    <main className="main">
      <div className="head">
        <BackLink to="#/set-menus" name={words.back} />
        <h1>{words.compose.roomTitle}</h1>
        <span className="dim">{words.compose.lead}</span>
        <span className="row end">
          <span className="hint">{words.session}</span>
          <span className={settings.stepper}>
            <button type="button" aria-label={words.shorter} onClick={() => stretch(-5)}>
              <Icon of={Minus} size={16} />
            </button>
            <span>
              <b className="n">{session}</b> {words.minutesUnit}
            </span>
            <button type="button" aria-label={words.longer} onClick={() => stretch(5)}>
              <Icon of={Plus} size={16} />
            </button>
          </span>
        </span>
      </div>
      {acting.problem === undefined ? null : (
        <p className="note bad" role="alert">
          {acting.problem}
        </p>
      )}
      <ComposePanel
        index={index}
        first={{
          minutes: session,
          categories: [],
          words: [],
          first: ["wished", "never-played"],
          restWeeks: 4,
        }}
        mustPlay={[]}
        activities={0}
        beside
        takeNote={words.compose.takeNoteNew}
        take={async (items, { audience, minutes }) => {
          const forWhom = audience === undefined ? undefined : words.compose.audiences[audience];
          let made: string | undefined;
          const kept = await acting.act(({ snapshot }) => {
            const created = createFilledMenu(
              {
                name:
                  forWhom === undefined
                    ? words.newMenuName
                    : words.compose.menuName(forWhom, minutes),
                sessionMinutes: v.parse(minutesSchema, minutes),
                ...(forWhom === undefined ? {} : { audience: forWhom }),
              },
              items.map((item) => ({ item })),
              [...snapshot.menus.values()],
              { newId, random },
            );
            made = created.id;
            return created.changes;
          });
          if (kept && made !== undefined) location.hash = `#/set-menus/${made}`;
          return undefined;
        }}
      />
    </main>
  );
};
