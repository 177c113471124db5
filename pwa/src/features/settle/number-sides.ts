import { lifeOf, rankWrites } from "@dianbo/shared/changes";
import type { Courseware } from "@dianbo/shared/courseware";
import type { NewId, Post } from "@dianbo/shared/identity";
import {
  giveNewNumbers,
  type NumberBook,
  type NumberToldBy,
  numberToldBy,
  type PrintedEdition,
  readEditionContent,
  type SharedNumber,
  suggestedKeeper,
} from "@dianbo/shared/programme";
import type { LibrarySnapshot, SiteIdentity } from "../../storage/index.ts";

/** One of the items that go by one number. */
export interface NumberSide {
  readonly item: Courseware;
  readonly told: NumberToldBy;
  /** Who gave it the number, where somebody said which post was at the keyboard. */
  readonly post: Post | undefined;
  /** Whether it had best keep the number. */
  readonly suggested: boolean;
  /** The numbers that the others get if it keeps this one, by their ids; none where a shelf is full. */
  readonly others: ReadonlyMap<Courseware["id"], number>;
}

const printedEditions = (
  { editions, records }: LibrarySnapshot,
  site: SiteIdentity["site"],
): readonly PrintedEdition[] =>
  [...editions.values()].flatMap(({ id, number }): PrintedEdition[] => {
    const record = records.get(id);
    if (record === undefined || lifeOf(record, site) === "deleted") return [];
    const content = readEditionContent(record, site);
    return content === undefined ? [] : [{ number, content }];
  });

const othersIf = (
  shared: SharedNumber,
  keeper: Courseware,
  book: NumberBook,
  newId: NewId,
): NumberSide["others"] => {
  const changes = giveNewNumbers(shared, keeper.id, book, newId);
  if (!changes.ok) return new Map();
  return new Map(
    changes.value.puts.flatMap(({ id, field, values }) => {
      const [write] = values;
      return field === "number" && typeof write?.value === "number" ? [[id, write.value]] : [];
    }),
  );
};

/** What is to be known of each of the items before somebody says who keeps the number; the best keeper first. */
export const numberSides = (
  shared: SharedNumber,
  snapshot: LibrarySnapshot,
  site: SiteIdentity["site"],
  book: NumberBook,
  newId: NewId,
): readonly NumberSide[] => {
  const editions = printedEditions(snapshot, site);
  const sides = shared.items.map((item) => {
    const record = snapshot.records.get(item.id);
    const [given] = record === undefined ? [] : rankWrites(record, "number", site);
    return {
      item,
      told: numberToldBy(item, shared.number, editions, snapshot.playbacks.values()),
      post: given?.by,
      others: othersIf(shared, item, book, newId),
    };
  });
  const keeper = suggestedKeeper(sides);
  return sides
    .map((side) => ({ ...side, suggested: side === keeper }))
    .sort((a, b) => Number(b.suggested) - Number(a.suggested));
};
