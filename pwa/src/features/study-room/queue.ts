import { type Place, partsAhead, type QueueStep } from "./place.ts";

/** How many changes of the queue can be taken back. */
const REMEMBERED = 20;

const noted = (place: Place, step: QueueStep): QueueStep[] =>
  [...(place.undo ?? []), step].slice(-REMEMBERED);

/** Whether an index of `parts` lies in the queue: behind the part that is on. */
const isAhead = (place: Place, index: number): boolean =>
  index > place.at && index < place.parts.length;

const moved = (place: Place, from: number, to: number): Place => {
  const part = place.parts[from];
  if (part === undefined) return place;
  const rest = place.parts.filter((_, index) => index !== from);
  return { ...place, parts: [...rest.slice(0, to), part, ...rest.slice(to)] };
};

/** Takes a part out of the queue, by its index in `parts`; what has been on or is on stays. */
export const takeOut = (place: Place, index: number): Place => {
  const part = place.parts[index];
  if (part === undefined || !isAhead(place, index)) return place;
  return {
    ...place,
    parts: place.parts.filter((_, other) => other !== index),
    undo: noted(place, { type: "put-in", index, part }),
  };
};

/** Moves a part of the queue to another place in it; both by their index in `parts`. */
export const moveInQueue = (place: Place, from: number, to: number): Place => {
  if (from === to || !isAhead(place, from) || !isAhead(place, to)) return place;
  return {
    ...moved(place, from, to),
    undo: noted(place, { type: "move", from: to, to: from }),
  };
};

/** Takes the last change of the queue back, as far as it still lies ahead. */
export const takeBack = (place: Place): Place => {
  const steps = place.undo ?? [];
  const step = steps.at(-1);
  if (step === undefined) return place;
  const left: Place = { ...place, undo: steps.slice(0, -1) };
  if (step.type === "put-in") {
    const index = Math.min(place.parts.length, Math.max(place.at + 1, step.index));
    return {
      ...left,
      parts: [...place.parts.slice(0, index), step.part, ...place.parts.slice(index)],
    };
  }
  return isAhead(place, step.from) && isAhead(place, step.to)
    ? moved(left, step.from, step.to)
    : left;
};

/** Makes a part of the queue the present one, from its beginning; the others go on waiting behind it. */
export const bringForward = (place: Place, index: number, begun: boolean): Place => {
  const at = begun ? place.at + 1 : place.at;
  const { parts } = moved(place, index, at);
  return { parts, at, seconds: 0 };
};

/** Whether a change of the queue can be taken back. */
export const canTakeBack = (place: Place): boolean => (place.undo ?? []).length > 0;

/** How many parts wait behind the one that is on. */
export const waitingCount = (place: Place): number => partsAhead(place).length;
