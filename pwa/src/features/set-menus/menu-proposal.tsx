import type { Courseware } from "@dianbo/shared/courseware";
import type { SearchIndex } from "@dianbo/shared/search";
import { fillMenu, isMustPlay, type MenuTimes, type SetMenu } from "@dianbo/shared/set-menu";
import { useMemo } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useWords } from "../../locales/index.ts";
import { ComposePanel } from "./compose-panel.tsx";
import { audienceMeant, wordsTyped } from "./proposal-facts.ts";
import type { Acting } from "./use-act.ts";

/** 配餐 beside a menu: what must be played and the activities stay, the rest is proposed. */
export const MenuProposal = ({
  menu,
  times,
  index,
  acting,
}: {
  readonly menu: SetMenu;
  readonly times: MenuTimes;
  readonly index: SearchIndex;
  readonly acting: Acting;
}) => {
  const { compose: words } = useWords().setMenus;
  const { newId, random } = useDependencies();
  const { records, items: all } = useSnapshot();
  const activities = times.entries.reduce(
    (sum, { entry, minutes }) => (entry.activity == null ? sum : sum + minutes),
    0,
  );
  const must = new Map<string, Courseware>();
  for (const { entry, item } of times.entries) {
    if (item !== undefined && isMustPlay(menu, entry)) must.set(item.id, item);
  }
  const shelves = new Set(times.entries.flatMap(({ item }) => item?.category ?? []));
  // An occasion of which no title and no tag speaks is no topic to look for.
  const topics = useMemo(() => {
    const items = [...all.values()];
    return wordsTyped(menu.occasion ?? "").filter((word) =>
      items.some(({ title, tags }) => title.includes(word) || tags?.includes(word) === true),
    );
  }, [all, menu.occasion]);
  return (
    <ComposePanel
      index={index}
      first={{
        minutes: Math.max(0, times.session - activities),
        categories: [...shelves],
        audience: audienceMeant(`${menu.audience ?? ""} ${menu.occasion ?? ""}`),
        words: topics,
        first: ["wished", "never-played"],
        restWeeks: 4,
      }}
      mustPlay={[...must.values()]}
      activities={activities}
      beside={false}
      takeNote={words.takeNote}
      take={async (items) => {
        const kept = await acting.act(({ snapshot }) =>
          fillMenu(menu, [...snapshot.entries.values()], (id) => records.get(id), items, {
            newId,
            random,
          }),
        );
        return kept ? words.taken(items.length) : undefined;
      }}
    />
  );
};
