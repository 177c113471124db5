import * as v from "valibot";

/** Milliseconds since 1970-01-01T00:00:00Z, from 1970 to the end of 2099: old PCs have dead CMOS batteries. */
export const instantSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(4102444799999),
  v.brand("Instant"),
);
/** A moment in time in milliseconds; see `instantSchema`. */
export type Instant = v.InferOutput<typeof instantSchema>;

/** The last moment that is accepted: 2099-12-31T23:59:59.999Z. */
export const LATEST_INSTANT: Instant = v.parse(instantSchema, 4102444799999);

/** The only way to ask for the time; composition roots pass the real one. */
export interface Clock {
  /** The present moment; a machine whose clock lies outside 1970 to 2099 is clamped to it. */
  now(): Instant;
}

/** A clock for tests and for replaying: it stands still unless `set` moves it. */
export const fixedClock = (start: number): Clock & { set(millis: number): void } => {
  let millis = v.parse(instantSchema, start);
  return {
    now: () => millis,
    set: (next) => {
      millis = v.parse(instantSchema, next);
    },
  };
};

/** A day as people mean it, `YYYY-MM-DD`, with no time zone of its own. */
export const civilDateSchema = v.pipe(v.string(), v.isoDate(), v.brand("CivilDate"));
/** A day as people mean it; see `civilDateSchema`. */
export type CivilDate = v.InferOutput<typeof civilDateSchema>;

/** Making one costs more than a hundred dates; a register has thousands. */
const formats = new Map<string, Intl.DateTimeFormat>();

const formatIn = (zone: string): Intl.DateTimeFormat => {
  const held = formats.get(zone);
  if (held !== undefined) return held;
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formats.set(zone, format);
  return format;
};

/** The civil date of an instant in a site's fixed zone (Asia/Shanghai unless the site says otherwise). */
export const civilDateOf = (instant: Instant, zone = "Asia/Shanghai"): CivilDate =>
  v.parse(civilDateSchema, formatIn(zone).format(instant));

/** Whole minutes of playing or reading time; 0 means "not known to take time". */
export const minutesSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(1440),
  v.brand("Minutes"),
);
/** Whole minutes; see `minutesSchema`. */
export type Minutes = v.InferOutput<typeof minutesSchema>;

/**
 * Seconds as the nearest whole minutes, at least one: a film of 20 seconds still takes its minute of
 * the hour. 0 where the length is not known (`NaN`, or `Infinity` of a live stream).
 */
export const minutesOfSeconds = (seconds: number): Minutes =>
  v.parse(
    minutesSchema,
    Number.isFinite(seconds) ? Math.min(1440, Math.max(1, Math.round(seconds / 60))) : 0,
  );
