import type { MediaHash } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import { useEffect, useState } from "react";
import {
  type FileCheck,
  type KeptReport,
  readFileChecks,
  readReports,
  subscribeToChecks,
} from "../storage/checking/index.ts";
import { useDependencies } from "./library-context.tsx";

/** What was found on this machine: of files, and of menus. */
export interface Checks {
  readonly files: ReadonlyMap<MediaHash, FileCheck>;
  readonly reports: ReadonlyMap<RecordId, KeptReport>;
}

/** What this machine remembers of its checks; `undefined` while it is read. */
export const useChecks = (): Checks | undefined => {
  const { library } = useDependencies();
  const [checks, setChecks] = useState<Checks>();
  useEffect(() => {
    let here = true;
    const read = async (): Promise<void> => {
      const next = { files: await readFileChecks(library), reports: await readReports(library) };
      if (here) setChecks(next);
    };
    void read();
    const stop = subscribeToChecks(() => void read());
    return () => {
      here = false;
      stop();
    };
  }, [library]);
  return checks;
};
