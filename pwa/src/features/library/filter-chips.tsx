import type { LibraryFilter } from "@dianbo/shared/library-filter";
import { X } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { standingIn, without, withoutChips } from "./filter-changes.ts";
import css from "./filter-chips.module.css";
import { useFilterWords } from "./filter-words.ts";

/** The conditions that stand, each with the cross that takes it off. */
export const FilterChips = ({
  filter,
  change,
}: {
  readonly filter: LibraryFilter;
  readonly change: (filter: LibraryFilter) => void;
}) => {
  const { library: words } = useWords();
  const say = useFilterWords();
  const standing = standingIn(filter);
  if (standing.length === 0) return null;
  return (
    <div className={css.chips} role="group" aria-label={words.filter.standing}>
      {standing.map((chip) => {
        const word = say(filter, chip);
        return (
          <span
            key={`${chip.condition} ${chip.value ?? ""}`}
            className={`chip on ${css.chip ?? ""}`}
          >
            <span className="clip">{word}</span>
            <button
              type="button"
              aria-label={words.filter.takeOff(word)}
              onClick={() => change(without(filter, chip))}
            >
              <X size={16} strokeWidth={2} aria-hidden="true" />
            </button>
          </span>
        );
      })}
      <Button look="text" className={css.none ?? ""} onClick={() => change(withoutChips(filter))}>
        {words.filter.clear}
      </Button>
    </div>
  );
};
