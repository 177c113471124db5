import { useCallback, useEffect, useRef, useState } from "react";

/** Something that is shown for a while after it was last asked for. Milliseconds. */
export const useFading = (lasts: number): readonly [shown: boolean, show: () => void] => {
  const [shown, setShown] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback(() => {
    setShown(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(false), lasts);
  }, [lasts]);
  useEffect(() => {
    show();
    return () => clearTimeout(timer.current);
  }, [show]);
  return [shown, show];
};
