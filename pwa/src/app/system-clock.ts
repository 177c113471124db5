import { type Clock, type Instant, instantSchema, LATEST_INSTANT } from "@dianbo/shared/clock";
import type { NewId } from "@dianbo/shared/identity";
import * as v from "valibot";

const now = (): Instant =>
  v.parse(instantSchema, Math.min(LATEST_INSTANT, Math.max(0, Date.now())));

/** The real clock. */
export const systemClock: Clock = { now };

/** 18 random bytes as 24 characters of base64url. */
export const randomId: NewId = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
