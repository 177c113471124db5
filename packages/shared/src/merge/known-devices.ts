import * as v from "valibot";
import type { RecordState } from "../changes/index.ts";
import { type DeviceId, deviceOf, type SiteId, siteIdSchema } from "../identity/index.ts";

/** Whom a value is put down to when a foreign list says it is ours and our own replicas do not know it. */
export const UNPROVEN_SITE = v.parse(siteIdSchema, "------------------------");

/** Whose PCs wrote, as far as anybody here can tell. A PC that is in neither may be anybody's: ours, too. */
export interface KnownDevices {
  readonly own: ReadonlySet<DeviceId>;
  readonly others: ReadonlySet<DeviceId>;
}

/** Nothing is known of anybody. */
export const NO_DEVICES: KnownDevices = { own: new Set(), others: new Set() };

const writersOf = (
  records: Iterable<RecordState>,
  ownSite: SiteId,
): { readonly named: Set<DeviceId>; readonly others: Set<DeviceId> } => {
  const named = new Set<DeviceId>();
  const others = new Set<DeviceId>();
  for (const { fields } of records) {
    for (const writes of Object.values(fields)) {
      for (const { site, dot } of writes) {
        if (site === ownSite) named.add(deviceOf(dot.writer));
        else if (site !== UNPROVEN_SITE) others.add(deviceOf(dot.writer));
      }
    }
  }
  return { named, others };
};

const without = (
  devices: ReadonlySet<DeviceId>,
  ...left: readonly ReadonlySet<DeviceId>[]
): ReadonlySet<DeviceId> =>
  new Set([...devices].filter((device) => !left.some((those) => those.has(device))));

/** Whose PCs they are by what stands in a site's own records; `own` are known as its own beside that. */
export const knownDevices = (
  records: Iterable<RecordState>,
  ownSite: SiteId,
  own: Iterable<DeviceId>,
): KnownDevices => {
  const { named, others } = writersOf(records, ownSite);
  const ours = new Set([...named, ...own]);
  return { own: ours, others: without(others, ours) };
};

/**
 * What a list adds to that: the PCs that it shows writing for other sites. Of one that it shows writing for
 * us it is not asked whose it is: it may be a PC of ours that this one never met.
 */
export const devicesWithList = (
  known: KnownDevices,
  sent: Iterable<RecordState>,
  ownSite: SiteId,
): KnownDevices => {
  const { named, others } = writersOf(sent, ownSite);
  return {
    own: known.own,
    others: new Set([...known.others, ...without(others, known.own, named)]),
  };
};
