import type { Meaning, Situation } from "../key-meaning.ts";
import type { RoomKey } from "../room-keys.ts";
import type { RoomEvent, ShelfSpot } from "../room-state.ts";

const room = (event: RoomEvent): Meaning => ({ to: "room", event });
const browse = (spot: ShelfSpot | undefined): Meaning => room({ type: "browse", spot });

/** The next row, on into the next shelf that has any: two keys of a clicker walk through the whole book. */
const stepped = (spot: ShelfSpot, by: 1 | -1, shelves: readonly number[]): ShelfSpot => {
  const row = spot.row + by;
  if (row >= 0 && row < (shelves[spot.shelf] ?? 0)) return { shelf: spot.shelf, row };
  const next = besideShelf(spot.shelf, by, shelves);
  return { shelf: next, row: by === 1 ? 0 : Math.max(0, (shelves[next] ?? 1) - 1) };
};

/** The next shelf that holds anything, going round; the same one where no other does. */
const besideShelf = (shelf: number, by: 1 | -1, shelves: readonly number[]): number => {
  const count = shelves.length;
  for (let step = 1; step <= count; step += 1) {
    const next = (shelf + by * step + count * step) % count;
    if ((shelves[next] ?? 0) > 0) return next;
  }
  return shelf;
};

/**
 * What a key means while the shelf browser is open; `undefined` where it means what it always does. Arrows
 * and a clicker's PageUp and PageDown go from row to row, sideways from shelf to shelf, Enter plays, + queues,
 * back and Esc close; a digit closes it and begins a number.
 */
export const shelfMeaning = (key: RoomKey, now: Situation): Meaning | undefined => {
  const spot = now.state.shelf;
  if (spot === undefined) return undefined;
  switch (key.type) {
    case "up-down":
    case "page":
      return browse(stepped(spot, key.by, now.shelves));
    case "sideways":
      return browse({ shelf: besideShelf(spot.shelf, key.by, now.shelves), row: 0 });
    case "enter":
    case "space":
    case "dot":
      return now.parts.length === 0 || now.onlyWords !== undefined
        ? { to: "nobody" }
        : room({ type: "play", parts: now.parts });
    case "plus":
      return now.parts.length === 0 ? { to: "nobody" } : room({ type: "queue", parts: now.parts });
    case "back":
    case "escape":
      return browse(undefined);
    case "digit":
    case "minus":
    case "star":
    case "slash":
    case "tune":
    case "extra":
      return undefined;
  }
};
