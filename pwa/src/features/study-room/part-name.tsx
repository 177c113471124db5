import type { Courseware } from "@dianbo/shared/courseware";
import { useSnapshot } from "../../app/library-context.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import type { Part } from "./place.ts";
import { useRoomWords } from "./room-words.ts";

/** A part of the evening as it is named: number, title, minutes. */
export interface NamedPart {
  readonly number: number | undefined;
  readonly title: string;
  readonly minutes: number;
  readonly item: Courseware | undefined;
}

/** Names parts of the evening from the library as it is now. */
export const usePartNames = (): ((part: Part) => NamedPart) => {
  const { items } = useSnapshot();
  const words = useRoomWords();
  return (part) => {
    if ("activity" in part) {
      const { name, minutes } = part.activity;
      return { number: undefined, title: name, minutes, item: undefined };
    }
    const item = items.get(part.item);
    return {
      number: item?.number ?? undefined,
      title: item?.title ?? words.menu.gone,
      minutes: item?.minutes ?? 0,
      item,
    };
  };
};

/** A part on one line: tag, title, minutes. */
export const PartLine = ({ part }: { readonly part: NamedPart }) => {
  const words = useRoomWords();
  return (
    <>
      {part.number === undefined ? null : <NumberTag number={part.number} />}
      <span className="clip">{part.title}</span>
      {part.minutes > 0 ? <span className="n end">{words.minutes(part.minutes)}</span> : null}
    </>
  );
};
