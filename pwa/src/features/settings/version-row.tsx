import { useCallback, useEffect, useState } from "react";
import type { FolderVersion, TakeUpHold, VersionDoor } from "../../app/version-door.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { Row } from "./settings-row.tsx";

/** The version that runs, the one that lies in the extension's folder, and the way from one to the other. */
export const VersionRow = ({ door }: { readonly door: VersionDoor }) => {
  const words = useWords().settings.update;
  const [lies, setLies] = useState<FolderVersion>();
  const [hold, setHold] = useState<TakeUpHold | "waiting">();
  const look = useCallback(async (): Promise<void> => {
    setHold(undefined);
    setLies(await door.look());
  }, [door]);
  useEffect(() => {
    // Whoever has copied the files comes back to this page.
    const seen = (): void => {
      if (document.visibilityState === "visible") void look();
    };
    seen();
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [look]);
  const takeUp = async (): Promise<void> => {
    setHold("waiting");
    setHold(await door.takeUp());
  };
  const inFolder = (): string => {
    switch (lies?.type) {
      case undefined:
        return "";
      case "same":
        return words.same;
      case "unfinished":
        return words.unfinished;
      case "other":
        return words.inFolder(lies.version);
    }
  };
  return (
    <Row name={words.name} hint={words.hint}>
      <span role="status" className="grow">
        {words.running(door.running)}
        {inFolder()}
        {hold === undefined ? null : words.held[hold]}
      </span>
      {lies?.type === "other" ? (
        <Button look="go" onClick={() => void takeUp()}>
          {words.takeUp(lies.version)}
        </Button>
      ) : (
        <Button onClick={() => void look()}>{words.look}</Button>
      )}
    </Row>
  );
};
