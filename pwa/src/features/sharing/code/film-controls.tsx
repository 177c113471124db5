import { Pause, Play, StepForward } from "lucide-react";
import { Button } from "../../../design/button.tsx";
import { Choice } from "../../../design/choice.tsx";
import { Icon } from "../../../design/icon.tsx";
import { useWords } from "../../../locales/index.ts";
import type { ShownFilm } from "./use-film.ts";

/** Play and pause, one step, and how fast. */
export const FilmControls = ({
  playing,
  setPlaying,
  speed,
  setSpeed,
  next,
}: NonNullable<ShownFilm["moving"]>) => {
  const { codes: words } = useWords();
  return (
    <>
      <Button
        icon={<Icon of={playing ? Pause : Play} size={18} />}
        onClick={() => setPlaying(!playing)}
      >
        {playing ? words.pause : words.play}
      </Button>
      <Button icon={<Icon of={StepForward} size={18} />} onClick={next}>
        {words.next}
      </Button>
      <Choice
        name={words.speed}
        options={[
          { value: "slow", word: words.speeds.slow },
          { value: "usual", word: words.speeds.usual },
        ]}
        chosen={speed}
        onChoose={setSpeed}
      />
    </>
  );
};

/** `→` shows the next picture, wherever the focus is, unless it chooses something there. */
export const stepByKey = (
  event: { readonly key: string; readonly target: EventTarget; preventDefault: () => void },
  moving: ShownFilm["moving"],
): void => {
  if (event.key !== "ArrowRight" || moving === undefined) return;
  if (event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  moving.next();
};
