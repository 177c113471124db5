import { civilDateOf, type Instant } from "@dianbo/shared/clock";
import type { RecordId, SiteId } from "@dianbo/shared/identity";
import { readSchedule, type Session, sessionsBetween } from "@dianbo/shared/session";
import type { LibrarySnapshot } from "../../storage/index.ts";

/** How long before its hour and after its end a session still takes what is played. Minutes. */
const AROUND = 60;
/** How long a session lasts that does not say. Minutes. */
const AN_HOUR = 60;

const minuteOfDay = (now: Instant): number => {
  const [hours, minutes] = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Shanghai",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
    .format(now)
    .split(":");
  return Number(hours) * 60 + Number(minutes);
};

const isOn = ({ start, minutes }: Session, now: number): boolean =>
  start != null && now >= start - AROUND && now <= start + (minutes ?? AN_HOUR) + AROUND;

/**
 * The session that something played now belongs to: today's with this menu, or else the one in whose hours
 * it falls. It is fetched only when something is written into the register.
 */
export const sessionNow = (
  snapshot: Pick<LibrarySnapshot, "records">,
  { site, menu, now }: { site: SiteId; menu: RecordId | undefined; now: Instant },
): RecordId | undefined => {
  const today = civilDateOf(now);
  const held = sessionsBetween(readSchedule(snapshot.records.values(), site), today, today).filter(
    ({ cancelled }) => cancelled !== true,
  );
  const minute = minuteOfDay(now);
  const withMenu = held.filter(
    ({ content }) => content?.type === "menu" && menu !== undefined && content.menu === menu,
  );
  return (
    withMenu.find((session) => isOn(session, minute)) ??
    withMenu[0] ??
    held.find((session) => isOn(session, minute))
  )?.id;
};
