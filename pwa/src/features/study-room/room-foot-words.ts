import { calledItem } from "./called.ts";
import { presentPart } from "./place.ts";
import type { KeyHint } from "./room-frame.tsx";
import type { Saying } from "./room-state.ts";
import { type RoomWords, useRoomWords } from "./room-words.ts";
import type { Room } from "./use-room.ts";

const sayingIn = (words: RoomWords, saying: Saying): string => {
  switch (saying.type) {
    case "queued":
      return words.say.queued(saying.count);
    case "number-first":
      return words.say.numberFirst;
    case "nothing-next":
      return words.say.nothingNext;
    case "all-played":
      return words.say.allPlayed;
    case "key-for-sound":
      return words.say.keyForSound;
    case "volume":
      return words.say.volume(saying.percent);
    case "not-kept":
      return words.say.notKept;
  }
};

/** The line at the right of the foot. */
export const useFootLine = ({ state, called, stoppedAt }: Room): string => {
  const words = useRoomWords();
  if (state.saying !== undefined) return sayingIn(words, state.saying);
  if (stoppedAt !== undefined) return words.preview.stopped(stoppedAt);
  if (called.type === "unknown" && state.begun) return words.say.keepsPlaying;
  return words.say.anyNumber;
};

/** The keys that do something now, for the foot of the keypad. */
export const useKeyHints = ({ state, called, ready, stoppedAt }: Room): readonly KeyHint[] => {
  const { keys } = useRoomWords();
  const marked = calledItem(called, state.chosen);
  switch (called.type) {
    case "nothing": {
      if (presentPart(state.place) === undefined) return [[keys.digits, keys.number]];
      return [
        ["Enter", keys.goOn],
        [keys.digits, keys.number],
        ["−", keys.next],
        ["*", keys.rest],
      ];
    }
    case "half":
      return [
        [keys.digits, keys.number],
        [keys.choose, keys.pick],
        ["Enter", keys.play],
        [keys.back, keys.oneBack],
      ];
    case "set-menu":
      return [
        ["Enter", keys.playMenu],
        ["+", keys.queue],
        [keys.back, keys.oneBack],
      ];
    case "item":
      if (!ready)
        return [
          [keys.digits, keys.fresh],
          [keys.back, keys.oneBack],
        ];
      return [
        ["Enter", stoppedAt === undefined ? keys.play : keys.goOn],
        ["+", keys.queue],
        [keys.back, keys.oneBack],
        ...(stoppedAt === undefined ? [] : [[".", keys.fromStart] as const]),
      ];
    case "several":
    case "unknown":
      if (marked === undefined)
        return [
          [keys.digits, keys.fresh],
          [keys.back, keys.oneBack],
        ];
      return [
        ["Enter", marked.number == null ? keys.play : keys.playNumber(marked.number)],
        [keys.choose, keys.pick],
        [keys.digits, keys.fresh],
      ];
  }
};
