import type { NoticeShowing } from "@dianbo/shared/printed-sheets";
import { Image as ImageIcon } from "lucide-react";
import { useState } from "react";
import { offerFile } from "../../app/offer-file.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { noticePicture } from "./notice-picture.ts";
import type { NoticeHead } from "./notice-sheet.tsx";
import { measureOnCanvas, paintPicture } from "./paint-picture.ts";

/** Saves the notice as a picture for a group chat. */
export const SavePicture = ({
  showings,
  head,
}: {
  readonly showings: readonly NoticeShowing[];
  readonly head: NoticeHead;
}) => {
  const { printedSheets: words } = useWords();
  const [state, setState] = useState<"idle" | "saved" | "failed">("idle");
  const save = async (): Promise<void> => {
    const picture = noticePicture(showings, head, words, measureOnCanvas());
    const blob = picture === undefined ? undefined : await paintPicture(picture);
    if (blob === undefined) {
      setState("failed");
      return;
    }
    offerFile(blob, `${words.notice.fileName} ${head.today}.png`);
    setState("saved");
  };
  return (
    <>
      <Button
        icon={<Icon of={ImageIcon} />}
        disabled={showings.length === 0}
        onClick={() => void save()}
      >
        {words.notice.picture}
      </Button>
      <p role="status" className={state === "failed" ? "note bad" : "hint"}>
        {state === "saved" ? words.notice.pictureSaved : ""}
        {state === "failed" ? words.notice.pictureFailed : ""}
      </p>
    </>
  );
};
