import type { Slot } from "@dianbo/shared/menu-proposal";
import type { MenuTimes } from "@dianbo/shared/set-menu";

/** A proposal on the clock, as if it were a menu already. */
export const timesOfSlots = (slots: readonly Slot[], session: number): MenuTimes => {
  let total = 0;
  const entries = slots.map(({ item }) => {
    const startsAt = total;
    const minutes = item.minutes ?? 0;
    total += minutes;
    return {
      entry: { id: item.id, life: "alive", menu: item.id, order: "", item: item.id } as const,
      item,
      minutes,
      startsAt,
    };
  });
  return { entries, total, session, over: Math.max(0, total - session) };
};
