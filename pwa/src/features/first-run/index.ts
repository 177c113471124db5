/** The first screen of an empty book: name the site, join another PC's book, or look around. */
export { Door as FirstRunDoor } from "./door.tsx";
export { FirstRun } from "./first-run.tsx";
