import type { twoScreens as source } from "../zh-CN/two-screens.ts";

/** Words of the projector's window and of the host's screen, in English. */
export const twoScreens: typeof source = {
  project: "Projector",
  takeBack: "Take it back",
  over: "End session",
  host: "Host",
  place: (at, of) => `${at} of ${of}`,
  onProjector: (what) => `Projector: ${what}`,
  playing: "playing",
  paused: "paused",
  keypad: "Keypad",
  rest: "Intermission",
  black: "Black",
  programme: "Programme",
  shows: "The projector shows",
  nothingOn: "Nothing on yet",
  left: (clock) => `${clock} left`,
  lasts: (minutes) => `${minutes} min`,
  quieter: "Quieter",
  louder: "Louder",

  ahead: (minutes) => `${minutes} min to come`,
  queue: "Up next",
  nothingWaits: "Nothing waits. Type a number to queue it.",
  undo: "Undo",
  calledHere: "called",
  playNow: "Play now",
  playNext: "Play next",
  up: "Earlier",
  down: "Later",
  takeOut: "Take out",
  add: "Type a number to queue it",
  cannot: "cannot be shown here",

  notes: "Notes",
  note: { before: "To open", during: "In between", after: "To ask after" },
  onlyYou: "only you see this",
  notPrivate:
    "The audience sees this screen too: notes come after the session. Set the projector to “Extend” and only you see them.",

  drag: "Drag this window to the projector and click the picture to fill it (or press F11)",
  alone: "The host’s window is not open. Open the study room again to go on; Enter plays on here.",
  lines: {
    drag: "Drag the projector window to the projector and click its picture to fill it (or press F11)",
    "not-let":
      "The browser stopped the projector window. Allow it at the end of the address bar, then press P.",
    closed: "The projector window was closed; playing on here. P puts it back.",
    unplugged: "The projector is gone; playing on here. Plug it in and it returns.",
    "plugged-in": "The projector is back: any key puts the picture there.",
    "needs-touch": "Click the picture on the projector once, and it plays.",
    "other-room": "Another study room window is open. Close that one first.",
  },

  audienceOver: "That is all for today",
  audienceOverSay: "Tell us what you would like to see next time.",
  overTitle: "The session is over",
  overSay: "What was shown is written down. For another session press Esc and type a number.",
  shown: "Shown today",
  tooEarly: "Too early, go on",
  toOffice: "Back to the desk",
};
