import { CATEGORIES, CATEGORY_NAMES } from "@dianbo/shared/category";
import type { StickFailure } from "@dianbo/shared/usb-edition";
import styles from "./stick-problem.module.css";
import { useUsbWords } from "./usb-words.ts";

/** The page has no book beside it: what is wrong, what to do, and where the films lie all the same. */
export const StickProblem = ({ why }: { readonly why: StickFailure["type"] }) => {
  const words = useUsbWords();
  const problem = words.problem[why];
  return (
    <main className={styles["problem"]}>
      <h1>{problem.title}</h1>
      <p>{problem.say}</p>
      {why === "no-index" ? null : (
        <p className={styles["folders"]}>
          {words.problem.folders}
          {CATEGORIES.map((category) => (
            <b key={category}>
              {category} {CATEGORY_NAMES[category]}
            </b>
          ))}
        </p>
      )}
    </main>
  );
};
