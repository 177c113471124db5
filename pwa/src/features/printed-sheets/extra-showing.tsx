import { civilDateSchema } from "@dianbo/shared/clock";
import type { MenuRow } from "@dianbo/shared/programme-book";
import { useState } from "react";
import * as v from "valibot";
import { Button } from "../../design/button.tsx";
import { DeskChoice } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./notice.module.css";
import type { Notice } from "./use-notice.ts";

const minutesOf = (time: string): number | undefined => {
  const [hours, minutes] = time.split(":").map(Number);
  return hours === undefined || minutes === undefined || !Number.isInteger(hours * 60 + minutes)
    ? undefined
    : hours * 60 + minutes;
};

/** A menu put on the notice without a planned session. */
export const ExtraShowingForm = ({
  notice,
  menus,
}: {
  readonly notice: Notice;
  readonly menus: readonly MenuRow[];
}) => {
  const { notice: words } = useWords().printedSheets;
  const [menu, setMenu] = useState("");
  const [date, setDate] = useState<string>(notice.from);
  const [time, setTime] = useState("19:00");
  const [place, setPlace] = useState("");
  const chosen = menus.find((row) => row.menu.id === menu);
  const day = v.safeParse(civilDateSchema, date);
  return (
    <details className={css.extra}>
      <summary>{words.extra}</summary>
      <div className={css.extra}>
        <DeskChoice name={words.extraMenu}>
          <select value={menu} onChange={({ target }) => setMenu(target.value)}>
            <option value="" />
            {menus.map((row) => (
              <option key={row.menu.id} value={row.menu.id}>
                {row.number} {row.menu.name}
              </option>
            ))}
          </select>
        </DeskChoice>
        <DeskChoice name={words.extraDate}>
          <input type="date" value={date} onChange={({ target }) => setDate(target.value)} />
        </DeskChoice>
        <DeskChoice name={words.extraHour}>
          <input type="time" value={time} onChange={({ target }) => setTime(target.value)} />
        </DeskChoice>
        <DeskChoice name={words.extraPlace}>
          <input value={place} maxLength={60} onChange={({ target }) => setPlace(target.value)} />
        </DeskChoice>
        <Button
          disabled={chosen === undefined || !day.success}
          onClick={() => {
            if (chosen === undefined || !day.success) return;
            notice.add({
              menu: chosen.menu.id,
              date: day.output,
              start: minutesOf(time),
              place: place.trim(),
            });
          }}
        >
          {words.extraAdd}
        </Button>
        {notice.extras.length === 0 ? null : (
          <Button look="text" onClick={notice.dropExtras}>
            {words.extraRemove}
          </Button>
        )}
      </div>
    </details>
  );
};
