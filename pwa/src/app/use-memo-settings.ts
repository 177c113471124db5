import { useEffect, useState } from "react";
import * as v from "valibot";
import { useDependencies } from "./library-context.tsx";

/**
 * What was chosen in a room, remembered on this PC under a memo's name: the schema's own defaults until it is
 * read, and where what is kept no longer fits. `schema` must be the same object at every drawing.
 */
export const useMemoSettings = <T extends object>(
  memo: string,
  schema: v.GenericSchema<unknown, T>,
): readonly [settings: T, choose: (chosen: Partial<T>) => void] => {
  const { library } = useDependencies();
  const [settings, setSettings] = useState(() => v.parse(schema, {}));
  useEffect(() => {
    let left = false;
    void library.readMemo(memo).then((kept) => {
      const parsed = v.safeParse(schema, kept);
      if (!left && parsed.success) setSettings(parsed.output);
    });
    return () => {
      left = true;
    };
  }, [library, memo, schema]);
  return [
    settings,
    (chosen) => {
      const next = { ...settings, ...chosen };
      setSettings(next);
      void library.writeMemo(memo, next);
    },
  ];
};
