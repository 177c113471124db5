import { type Changes, put } from "../changes/index.ts";
import { type Courseware, isListed, type MediaHash } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import type { SetMenu, SetMenuEntry } from "../set-menu/index.ts";

/** What the library can say of a file: there, and whether it was found whole. */
export interface HeldFiles {
  readonly held: ReadonlySet<MediaHash>;
  /** Files whose last check found all their bytes. */
  readonly good: ReadonlySet<MediaHash>;
  /** Files whose last check found them broken. */
  readonly bad: ReadonlySet<MediaHash>;
}

/** A replacement may be longer or shorter by so many minutes, or by two fifths. */
const SLACK = 5;

const isNear = (minutes: number, wanted: number): boolean =>
  Math.abs(minutes - wanted) <= Math.max(SLACK, wanted * 0.4);

/**
 * Items that may stand in for one that does not play: of the same category, about as long, of a kind the
 * room plays by itself, held here and not found broken, and not in the menu already. Those found whole come
 * first, then the nearest in length, then the lowest number.
 */
export const proposeReplacements = (
  broken: Courseware,
  library: Iterable<Courseware>,
  inMenu: ReadonlySet<RecordId>,
  { held, good, bad }: HeldFiles,
): readonly Courseware[] => {
  const wanted = broken.minutes ?? 0;
  const apart = ({ minutes }: Courseware): number => Math.abs((minutes ?? 0) - wanted);
  const isGood = ({ media, article }: Courseware): boolean =>
    media == null ? article != null : good.has(media.hash);
  return [...library]
    .filter(
      (item) =>
        isListed(item) &&
        item.id !== broken.id &&
        item.number != null &&
        item.category === broken.category &&
        !inMenu.has(item.id) &&
        (item.kind === "article"
          ? item.article != null
          : (item.kind === "video" || item.kind === "film" || item.kind === "audio") &&
            item.media != null &&
            held.has(item.media.hash) &&
            !bad.has(item.media.hash)) &&
        (wanted === 0 || (item.minutes != null && isNear(item.minutes, wanted))),
    )
    .sort(
      (a, b) =>
        Number(isGood(b)) - Number(isGood(a)) ||
        apart(a) - apart(b) ||
        (a.number ?? 0) - (b.number ?? 0),
    );
};

/** Puts another item at a place of a menu; of the spare (`entry` missing), in the spare's stead. */
export const replaceInMenu = (
  menu: SetMenu,
  entry: SetMenuEntry | undefined,
  item: Courseware,
): Changes => ({
  label: { type: "replace-in-menu", name: item.title },
  puts: [
    entry === undefined
      ? put({ id: menu.id, kind: "set-menu" }, "spare", item.id)
      : put({ id: entry.id, kind: "set-menu-entry" }, "item", item.id),
  ],
});
