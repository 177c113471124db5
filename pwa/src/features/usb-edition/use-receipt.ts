import type { RecordId } from "@dianbo/shared/identity";
import { useCallback, useEffect, useState } from "react";
import * as v from "valibot";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { makeReceipt, playedRows, type SavedReceipt, saveReceipt } from "./save-receipt.ts";
import { useStick } from "./stick-facts.ts";
import { useUsbWords } from "./usb-words.ts";

const MEMO = "receipt-saved";
const savedSchema = v.array(v.string());

/** The receipt as the start screen knows it. */
export interface ReceiptDesk {
  /** How often something was played that stands in no saved receipt yet. */
  readonly waiting: number;
  /** How the last saving went. */
  readonly outcome: SavedReceipt | undefined;
  readonly save: () => void;
}

/** Counts what was played and saves it as a receipt; what stands in one is remembered on this PC. */
export const useReceipt = (): ReceiptDesk => {
  const { library, clock } = useDependencies();
  const words = useUsbWords();
  const stick = useStick();
  const rows = playedRows(useSnapshot(), stick);
  const [saved, setSaved] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<SavedReceipt>();
  useEffect(() => {
    void library.readMemo(MEMO).then((memo) => {
      const read = v.safeParse(savedSchema, memo);
      if (read.success) setSaved(new Set(read.output));
    });
  }, [library]);

  const remember = useCallback(
    (ids: readonly RecordId[]) => {
      setSaved(new Set(ids));
      library.writeMemo(MEMO, ids).catch(() => undefined);
    },
    [library],
  );
  return {
    waiting: rows.filter(({ id }) => !saved.has(id)).length,
    outcome,
    // All that was ever played here goes along: a receipt that was lost is made good by the next one.
    save: () => {
      const receipt = makeReceipt(stick, rows, clock.now());
      void saveReceipt(receipt, words.receipt.file).then((done) => {
        setOutcome(done);
        if (done.type === "saved" || done.type === "downloaded") remember(rows.map(({ id }) => id));
      });
    },
  };
};
