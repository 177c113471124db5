/** Instants, civil dates and the hybrid stamps that order writes. */
export {
  type CivilDate,
  type Clock,
  civilDateOf,
  civilDateSchema,
  fixedClock,
  type Instant,
  instantSchema,
  LATEST_INSTANT,
  type Minutes,
  minutesOfSeconds,
  minutesSchema,
} from "./instant.ts";
export { compareStamps, nextStamp, type Stamp, stampSchema } from "./stamp.ts";
