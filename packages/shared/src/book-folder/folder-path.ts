import * as v from "valibot";

/** One step of a path: never up, never a drive, nothing unseen. */
const isStep = (step: string): boolean =>
  step !== "" && step !== "." && step !== ".." && !/[\\:*?"<>|\p{Cc}]/u.test(step);

const pathOf = (fewest: number, most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(255),
    v.check((path) => {
      const steps = path.split("/");
      return steps.length >= fewest && steps.length <= most && steps.every(isStep);
    }),
  );

/** Where a file of the book lies: `<folder>/<name>`, never out of the folder. */
export const bookPathSchema = pathOf(2, 2);

/** Where anything in the folder lies: one to three steps down, never out of the folder. */
export const folderPathSchema = pathOf(1, 3);
