import { instantSchema } from "@dianbo/shared/clock";
import { useEffect, useState } from "react";
import * as v from "valibot";
import { useDependencies } from "../../app/library-context.tsx";

const MEMO = "last-backup";

const lastBackupSchema = v.object({ at: instantSchema, withMedia: v.boolean() });

/** When the last backup of this library was made on this PC. */
export type LastBackup = v.InferOutput<typeof lastBackupSchema>;

const listeners = new Set<(last: LastBackup) => void>();

/** The last backup; `null` where there is none, `undefined` until that is known. */
export const useLastBackup = (): LastBackup | null | undefined => {
  const { library } = useDependencies();
  const [last, setLast] = useState<LastBackup | null>();
  useEffect(() => {
    let here = true;
    listeners.add(setLast);
    void library.readMemo(MEMO).then((memo) => {
      const read = v.safeParse(lastBackupSchema, memo);
      if (here) setLast(read.success ? read.output : null);
    });
    return () => {
      here = false;
      listeners.delete(setLast);
    };
  }, [library]);
  return last;
};

/** Remembers a backup that was just made. */
export const rememberBackup = async (
  library: ReturnType<typeof useDependencies>["library"],
  last: LastBackup,
): Promise<void> => {
  await library.writeMemo(MEMO, last);
  for (const listener of listeners) listener(last);
};
