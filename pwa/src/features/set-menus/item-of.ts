import { type Courseware, isListed } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";

/** Finds the items that entries name; one that was deleted is gone from its menus too. */
export const itemOf =
  (items: ReadonlyMap<RecordId, Courseware>) =>
  (id: RecordId): Courseware | undefined => {
    const item = items.get(id);
    return item !== undefined && isListed(item) ? item : undefined;
  };
