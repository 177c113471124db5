import type { Words } from "../zh-CN.ts";

const items = (count: number): string => `${count} ${count === 1 ? "item" : "items"}`;

/** Words of QR codes, in English. */
export const codes: Words["codes"] = {
  code: "QR code",
  codeOf: (name) => `Make a QR code: ${name}`,
  title: (name) => `QR code: ${name}`,
  stillName: "The list’s QR code",
  movingName: "Moving QR code",
  stillWhat: (count) => `${count === 1 ? "The item is" : `All ${items(count)} are`} in this one.`,
  movingWhat: (count, blocks) =>
    `${items(count)} are too many for one picture, so this one moves, over and over. About ${blocks} pictures are enough, whichever comes first.`,
  atOtherEnd: "At the other end",
  stillSteps: [
    "In the same room: open Dianbo on their PC, press “Scan a QR code” under Share, and hold its camera to this.",
    "Far away: press “Save as picture” and send it by WeChat. They open it on the phone and hold that to the PC’s camera, or bring the picture to the PC and choose it.",
  ],
  stillTitled: "A phone without Dianbo that scans it sees titles and programme numbers too.",
  movingSteps: [
    "In the same room: open Dianbo on their PC, press “Scan a QR code” under Share, and hold its camera still. It opens by itself once all is here.",
    "Far away: film this with a phone for half a minute and send it by WeChat. They play it on the phone in front of the PC’s camera.",
  ],
  movingPicture:
    "Or press “Save as picture” and send that: one long picture, which they bring to the PC and choose there.",
  large: "Larger",
  smaller: "Smaller",
  savePicture: "Save as picture",
  pictureFile: (name) => `${name} QR code.png`,
  pictureSaved: (file) => `“${file}” is in your downloads, ready for WeChat.`,
  pictureFailed: "The picture was not saved. Please press once more.",
  play: "Let it move",
  pause: "Hold still",
  next: "Next one",
  speed: "Speed",
  speeds: { slow: "Slow", usual: "Usual" },
  speedHint: "If they cannot catch it, make it slower and larger.",
  stepHint: "It holds still. Press → for one after the other.",
  tooLong: (count) => `${items(count)} are too many for a QR code. Use “Export list” instead.`,

  scan: "Scan a QR code",
  scanTitle: "Take a list by its QR code",
  back: "Stop, back to sharing",
  ways: "From where",
  byCamera: "Use the camera",
  byCameraNote: "Hold the picture on your phone, or the code on their screen, to this PC’s camera.",
  byPicture: "Choose pictures",
  byPictureNote: "Several at once will do. Or drop them here, or copy one and press Ctrl+V.",
  byScreen: "Look at this PC’s screen",
  byScreenNote: "If WeChat on this PC shows the picture, let Dianbo have a look at the screen.",
  private: "What is seen is read on this PC and goes nowhere.",
  cameraName: "What the camera sees",
  screenName: "What the screen shows",
  holdCamera: "As far away as a book, and steady. The whole square must be in the picture.",
  holdScreen: "Show the whole code, with no other window over it.",
  stop: "Stop",
  looking: "Looking for a QR code…",
  readingPictures: (count) =>
    count === 1 ? "Looking at the picture…" : `Looking at ${count} pictures…`,
  progress: (held, missing) => `${held} parts are here, about ${missing} to go`,
  progressName: "How much is here",
  keepHolding: "Keep holding it. It opens by itself once all is here.",
  morePictures:
    "All of these are taken, but something is missing still. Choose more pictures, or go on with the camera.",
  before: "Before you scan",
  beforeSteps: [
    "In their Dianbo, under Share, they press “QR code” beside the list.",
    "If the picture is in WeChat on a phone, open it, make the screen bright, and hold it to this PC’s camera.",
    "A moving code is read the same way. If it came as a film, play it on the phone, and once more if parts are missing.",
  ],
  nothingYet: "Once it is seen, the list opens by itself. You look at it before you take it.",
  startOver: "Start over",
  anotherList:
    "This one belongs to another list and was not taken. What is here of the first stays.",
  takeOther: "Take that one instead",
  keySheet:
    "This is the code of a key sheet, not a list. It is for the first start of Dianbo on a new PC: press “I have the key sheet” there.",
  webAddress: (host) =>
    `This is a web address (${host}), not a list. A channel’s address goes into Channels. To keep that page, open it in the browser and press Alt+Shift+D.`,
  otherCode: (text) => `This QR code is no list of Dianbo. It says “${text}”. Just go on.`,
  emptyCode: "This QR code is no list of Dianbo. Just go on.",
  refused: {
    "newer-version":
      "This list was made by a newer Dianbo, which this one cannot read. Please update first.",
    damaged: "It was seen, but what is in it is not whole. Please ask for a new one.",
    bad: "The list that was seen holds something that has no place there. It was not taken. Please ask for a new one.",
  },
  failures: {
    "no-camera":
      "There is no camera to use here. Take a photo with a phone, bring it to this PC and press “Choose pictures”.",
    "camera-refused":
      "The browser did not allow the camera. Allow it in the small sign left of the address and press again, or choose a picture.",
    "camera-busy":
      "Another program is using the camera. Close it and press again, or choose a picture.",
    "no-screen": "This browser cannot look at the screen. Take a screenshot and press Ctrl+V here.",
    "screen-refused":
      "No screen was chosen, so nothing was looked at. A screenshot and Ctrl+V will do as well.",
    "not-a-picture": "This picture cannot be opened. Take another one, or a screenshot.",
    "no-qr":
      "There is no QR code in this picture. Take the whole square, and sharper, and try again.",
    "no-reader": "This PC cannot read QR codes. Ask for the list as text, or as a .dianbo file.",
  },
  scanDoorNote:
    "If it is on your phone, hold the phone to this PC’s camera. Pictures may be dropped on this page too.",
  chooseFile: "Choose a list’s file",
  emptyBook: "If another site gave you a list, take it: scan its QR code, or choose its file.",
};
