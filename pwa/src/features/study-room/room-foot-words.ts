import { calledItem } from "./called.ts";
import { presentPart } from "./place.ts";
import { canTakeBack } from "./queue.ts";
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
    case "speed":
      return words.say.speed(saying.percent);
    case "subtitles":
      return words.say.subtitles[saying.shown];
    case "print":
      return words.say.print(saying.points);
    case "aloud":
      return words.say.aloud[saying.on];
    case "lapsed":
      return words.say.lapsed(saying.folder);
    case "taken-out":
      return words.say.takenOut;
    case "plays-next":
      return words.say.playsNext;
    case "taken-back":
      return words.say.takenBack;
  }
};

/** What could not be shown and what came on instead, for whoever runs the evening. */
export const useTroubleLine = ({ state: { trouble } }: Room): string | undefined => {
  const { trouble: words } = useRoomWords();
  if (trouble === undefined) return undefined;
  const { broken, instead, spare, lapsed } = trouble;
  if (lapsed !== undefined) return words.lapsed(broken, lapsed);
  if (instead === undefined) return words.nothingLeft(broken);
  return spare ? words.spare(broken, instead) : words.next(broken, instead);
};

/** The line at the right of the foot. */
export const useFootLine = ({ state, called, stoppedAt }: Room): string => {
  const words = useRoomWords();
  if (state.saying !== undefined) return sayingIn(words, state.saying);
  if (stoppedAt !== undefined) return words.preview.stopped(stoppedAt);
  if (called.type === "unknown" && state.begun) return words.say.keepsPlaying;
  return words.say.anyNumber;
};

const queueHints = (keys: RoomWords["keys"]): readonly KeyHint[] => [
  ["Enter", keys.now],
  ["+", keys.playNext],
  ["← →", keys.move],
  ["−", keys.takeOut],
  [keys.back, keys.close],
];

/** The keys that do something now, for the foot of the keypad. */
export const useKeyHints = (room: Room): readonly KeyHint[] => {
  const { state, called, ready, stoppedAt } = room;
  const { keys } = useRoomWords();
  if (state.shelf !== undefined) {
    return [
      [keys.choose, keys.pick],
      ["← →", keys.otherShelf],
      ["Enter", keys.play],
      ["+", keys.queue],
      [keys.back, keys.close],
    ];
  }
  const marked = calledItem(called, state.chosen);
  switch (called.type) {
    case "nothing": {
      if (presentPart(state.place) === undefined) {
        return [
          [keys.digits, keys.number],
          [keys.choose, keys.shelves],
        ];
      }
      if (state.chosen >= 0) return queueHints(keys);
      return [
        ["Enter", keys.goOn],
        [keys.digits, keys.number],
        ["−", keys.next],
        ["*", keys.rest],
        ...(canTakeBack(state.place) ? [[".", keys.takeBack] as const] : []),
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
