import { isListed } from "@dianbo/shared/courseware";
import { FileX } from "lucide-react";
import { useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useChecks } from "../../app/use-checks.ts";
import { Button } from "../../design/button.tsx";
import { gapAfter } from "../../design/gap-after.ts";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { chooseFolder } from "../../storage/book-folder/index.ts";
import { keepFileCheck, type NotRepaired, repairFile } from "../../storage/checking/index.ts";
import css from "./pre-flight.module.css";

/** What the start page says of files that were found broken, each with the way to mend it. Nothing where all are whole. */
export const BadFilesLine = () => {
  const words = useWords().preFlight;
  const { library, media, clock } = useDependencies();
  const { items } = useSnapshot();
  const checks = useChecks();
  const [trouble, setTrouble] = useState<{
    readonly of: string;
    readonly why: NotRepaired["type"];
  }>();
  const [busy, setBusy] = useState(false);
  const bad = [...items.values()].filter(
    (item) =>
      isListed(item) &&
      item.media != null &&
      checks?.files.get(item.media.hash)?.state === "broken",
  );
  const repair = async (file: NonNullable<(typeof bad)[number]["media"]>): Promise<void> => {
    const watch = { signal: new AbortController().signal, onProgress: () => undefined };
    setBusy(true);
    let mended = await repairFile(library, media, file, watch);
    if (!mended.ok && mended.error.type === "not-there") {
      const folder = await chooseFolder();
      if (folder !== undefined) mended = await repairFile(library, media, file, watch, folder);
    }
    setBusy(false);
    setTrouble(mended.ok ? undefined : { of: file.hash, why: mended.error.type });
    if (mended.ok) {
      await keepFileCheck(library, { hash: file.hash, at: clock.now(), state: "good" });
    }
  };
  return bad.slice(0, 3).map(({ id, title, media: file }) => (
    <div key={id} className={`note bad ${css.badFile ?? ""}`}>
      <Icon of={FileX} size={18} />
      <span className="grow">
        {words.bad(title)}
        {gapAfter(words.bad(title))}
        {trouble?.of === file?.hash && trouble !== undefined ? words.troubles[trouble.why] : ""}
      </span>
      {file == null ? null : (
        <Button disabled={busy} onClick={() => void repair(file)}>
          {words.repair}
        </Button>
      )}
    </div>
  ));
};
