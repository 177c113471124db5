import type { RecordState } from "@dianbo/shared/changes";
import { useEffect, useState } from "react";
import type { KeptAct } from "../storage/act-log.ts";
import { useDependencies } from "./library-context.tsx";

/** The acts upon a record that the undo log still holds; read while they are `wanted`, anew when it changes. */
export const useItemActs = (
  record: RecordState,
  wanted: boolean,
): readonly KeptAct[] | undefined => {
  const { library } = useDependencies();
  const [read, setRead] = useState<{
    readonly of: RecordState;
    readonly acts: readonly KeptAct[];
  }>();
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    void import("../storage/act-log.ts")
      .then(({ readActsOn }) => readActsOn(library, record.id))
      // A log that cannot be read leaves what the record itself tells.
      .catch(() => [])
      .then((acts) => {
        if (!left) setRead({ of: record, acts });
      });
    return () => {
      left = true;
    };
  }, [library, record, wanted]);
  return read?.acts;
};
