import { err, ok } from "@dianbo/shared/result";
import { mergeReceipt, RECEIPT_ENDING, readReceipt } from "@dianbo/shared/usb-edition";
import { useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { receiptLibrary } from "../../app/receipts.ts";
import { FileButton } from "../../design/file-button.tsx";
import { useWords } from "../../locales/index.ts";

/** Takes a stick's receipt into the register; the same one again changes nothing. */
export const TakeReceipt = () => {
  const words = useWords().register.receipt;
  const { library } = useDependencies();
  const [said, setSaid] = useState("");
  const take = async (file: File): Promise<void> => {
    const read = readReceipt(await file.text());
    if (!read.ok) return setSaid(words[read.error.type]);
    let added = 0;
    const done = await library.apply(
      ({ snapshot, identity }) => {
        const merged = mergeReceipt(read.value, receiptLibrary(snapshot, identity.site));
        if (!merged.ok) return err(merged.error);
        added = merged.value.added.length + merged.value.longer;
        return ok({ label: { type: "record-playback", name: "" }, puts: [...merged.value.puts] });
      },
      { undoable: false },
    );
    if (done.ok) setSaid(added === 0 ? words.already : words.added(added));
    else setSaid(done.error.type === "other-site" ? words["other-site"] : words.notKept);
  };
  return (
    <>
      <span role="status" className="small">
        {said}
      </span>
      <FileButton accept={RECEIPT_ENDING} onFile={(file) => void take(file)}>
        {words.take}
      </FileButton>
    </>
  );
};
