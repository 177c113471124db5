import { useEffect, useState } from "react";
import { useDependencies, useIdentity, useSnapshot } from "./library-context.tsx";

/** The memo that somebody has passed the first screen without naming the site. */
const PASSED = "first-run-passed";

/** Whether this book is being opened for the first time. */
export interface FirstRunState {
  /** `reading` for the moment in which nobody knows. */
  readonly state: "reading" | "first" | "over";
  /** Goes on without naming the site; asked once only. */
  readonly pass: () => void;
}

/** The first run lasts until the site has a name, the library holds something, or it was passed over. */
export const useFirstRun = (): FirstRunState => {
  const { library } = useDependencies();
  const { records } = useSnapshot();
  const { siteName } = useIdentity();
  const [passed, setPassed] = useState<boolean>();
  const isUntouched = records.size === 0 && siteName === "";
  useEffect(() => {
    if (!isUntouched) return;
    let left = false;
    void library.readMemo(PASSED).then((memo) => {
      if (!left) setPassed(memo === true);
    });
    return () => {
      left = true;
    };
  }, [library, isUntouched]);
  return {
    state: !isUntouched || passed === true ? "over" : passed === false ? "first" : "reading",
    pass: () => {
      setPassed(true);
      void library.writeMemo(PASSED, true);
    },
  };
};
