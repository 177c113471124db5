/** The USB edition: what the study room needs around it where the book lies on a stick beside the page. */
export { roomWordsOnStick } from "./room-words-on-stick.ts";
export { StickProvider } from "./stick-facts.ts";
export { StickProblem } from "./stick-problem.tsx";
export { type RoomDoor, UsbEdition } from "./usb-edition.tsx";
export { type UsbWords, UsbWordsProvider, usbWords } from "./usb-words.ts";
