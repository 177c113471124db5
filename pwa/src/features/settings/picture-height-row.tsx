import { useSyncExternalStore } from "react";
import type { DownloadsDoor, DownloadWishes } from "../../app/downloads-door.ts";
import { Choice } from "../../design/choice.tsx";
import { useWords } from "../../locales/index.ts";
import { Row } from "./settings-row.tsx";

const HEIGHTS: readonly DownloadWishes["height"][] = [360, 480, 720, 1080];

/** How high a picture is fetched at most, where a portal offers several. */
export const PictureHeightRow = ({ door }: { readonly door: DownloadsDoor }) => {
  const words = useWords().settings;
  const state = useSyncExternalStore(door.subscribe, door.state);
  if (state === undefined) return null;
  const pick = (word: string): void => {
    const height = HEIGHTS.find((one) => String(one) === word);
    if (height !== undefined) void door.wish({ height });
  };
  return (
    <Row name={words.height} hint={words.heightHint}>
      <Choice
        name={words.height}
        options={HEIGHTS.map((height) => ({
          value: String(height),
          word: words.heightOf(height),
        }))}
        chosen={String(state.wishes.height)}
        onChoose={pick}
      />
    </Row>
  );
};
