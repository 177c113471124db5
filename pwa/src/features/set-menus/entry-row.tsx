import type { MenuTimes, TimedEntry } from "@dianbo/shared/set-menu";
import { Ellipsis, GripVertical, Minus, Plus } from "lucide-react";
import { Button, GridListItem, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { timeAt } from "./clock-marks.ts";
import { type EntryActs, titleOf } from "./entry-acts.ts";
import css from "./menu-entries.module.css";

const Minutes = ({ timed, acts }: { readonly timed: TimedEntry; readonly acts: EntryActs }) => {
  const { setMenus: words } = useWords();
  const { activity } = timed.entry;
  const figure = (
    <b className={`n ${css.minutes ?? ""}`}>
      {timed.minutes === 0 ? "–" : timed.minutes} {words.minutesUnit}
    </b>
  );
  if (activity == null) return figure;
  return (
    <span className={css.stretch}>
      <Button
        aria-label={words.activityShorter(activity.name)}
        onPress={() => acts.stretch(timed, -5)}
      >
        <Icon of={Minus} size={16} />
      </Button>
      {figure}
      <Button
        aria-label={words.activityLonger(activity.name)}
        onPress={() => acts.stretch(timed, 5)}
      >
        <Icon of={Plus} size={16} />
      </Button>
    </span>
  );
};

const More = ({ timed, acts }: { readonly timed: TimedEntry; readonly acts: EntryActs }) => {
  const { setMenus: words } = useWords();
  return (
    <MenuTrigger>
      <Button className="btn text" aria-label={words.more(titleOf(timed, words))}>
        <Icon of={Ellipsis} />
      </Button>
      <Popover className={css.popover ?? ""} placement="bottom end">
        <Menu className={css.menu ?? ""} aria-label={words.more(titleOf(timed, words))}>
          <MenuItem onAction={() => acts.move(timed, -1)}>{words.moveUp}</MenuItem>
          <MenuItem onAction={() => acts.move(timed, 1)}>{words.moveDown}</MenuItem>
          {timed.item === undefined ? null : (
            <MenuItem onAction={() => acts.openItem(timed)}>{words.openItem}</MenuItem>
          )}
          <MenuItem onAction={() => acts.takeOut(timed)}>{words.takeOut}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
};

/** One row of a menu: handle, number, title, start time, minutes, more. */
export const EntryRow = ({
  timed,
  startsAt,
  acts,
  must,
  session,
}: {
  readonly timed: TimedEntry;
  readonly startsAt: number;
  readonly acts: EntryActs;
  /** Whether it must be played. */
  readonly must: boolean;
  readonly session: MenuTimes["session"];
}) => {
  const { setMenus: words } = useWords();
  const { entry, item } = timed;
  const title = titleOf(timed, words);
  const late = timed.startsAt + timed.minutes > session;
  return (
    <GridListItem id={entry.id} textValue={title} className={css.entry ?? ""}>
      <Button slot="drag" className={css.grip ?? ""} aria-label={words.drag(title)}>
        <Icon of={GripVertical} />
      </Button>
      {item?.number == null ? (
        <span className={css.activity}>{entry.activity == null ? "–" : words.activity}</span>
      ) : (
        <NumberTag number={item.number} />
      )}
      <span className={`grow clip ${css.title ?? ""}`} data-entry={entry.id}>
        {title}
      </span>
      {item !== undefined && timed.minutes === 0 ? (
        <span className="small">{words.noMinutes}</span>
      ) : null}
      <Button
        className={`${css.must ?? ""} ${must ? (css.marked ?? "") : ""}`}
        aria-label={words.markMust(must ? words.mustPlay : words.choosePlay, title)}
        onPress={() => acts.markMust(timed, !must)}
      >
        {must ? words.mustPlay : words.choosePlay}
      </Button>
      <span className={`n ${late ? (css.late ?? "") : (css.from ?? "")}`}>
        {timeAt(startsAt, timed.startsAt)}
      </span>
      <Minutes timed={timed} acts={acts} />
      <More timed={timed} acts={acts} />
    </GridListItem>
  );
};
