import { useEffect, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { useChecks } from "../../app/use-checks.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { areChecksPaused, pauseChecks } from "../../storage/checking/index.ts";
import css from "./pre-flight.module.css";

/** How far the library is looked through in quiet hours, and the switch for it. */
export const QuietRow = () => {
  const words = useWords().preFlight;
  const { library, media } = useDependencies();
  const checks = useChecks();
  const [paused, setPaused] = useState(false);
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    void areChecksPaused(library).then(setPaused);
    void media.list().then((files) => setHeld(new Set(files.map(({ hash }) => hash))));
  }, [library, media]);
  if (held.size === 0) return null;
  const done = [...(checks?.files.keys() ?? [])].filter((hash) => held.has(hash)).length;
  return (
    <p className={css.quiet}>
      <span className="small grow">{words.background(done, held.size)}</span>
      <Button
        look="text"
        onClick={() => {
          setPaused(!paused);
          void pauseChecks(library, !paused);
        }}
      >
        {paused ? words.goOn : words.pause}
      </Button>
    </p>
  );
};
