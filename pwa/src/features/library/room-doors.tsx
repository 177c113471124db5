import { LayoutGrid, ListFilter, Plus, Table2, Trash2 } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./library-room.module.css";
import type { LibraryLook } from "./library-view.ts";

const ICON = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

/** What stands beside the search box: the trash where there is one, the look, the filters, adding. */
export const RoomDoors = ({
  deleted,
  openTrash,
  look,
  setLook,
  chips,
  filtering,
  setFiltering,
}: {
  /** How many items are in the trash. */
  readonly deleted: number;
  readonly openTrash: () => void;
  readonly look: LibraryLook;
  readonly setLook: (look: LibraryLook) => void;
  /** How many conditions stand. */
  readonly chips: number;
  readonly filtering: boolean;
  readonly setFiltering: (open: boolean) => void;
}) => {
  const { library: words } = useWords();
  const other = look === "grid" ? "table" : "grid";
  const Icon = look === "grid" ? Table2 : LayoutGrid;
  return (
    <>
      {deleted === 0 ? null : (
        <Button look="text" className="end quiet" icon={<Trash2 {...ICON} />} onClick={openTrash}>
          {words.trash(deleted)}
        </Button>
      )}
      <Button
        className={`${css.look ?? ""} ${deleted === 0 ? "end" : ""}`}
        aria-label={words.looks[other]}
        title={words.looks[other]}
        onClick={() => setLook(other)}
      >
        <Icon {...ICON} />
      </Button>
      <Button
        icon={<ListFilter {...ICON} />}
        aria-expanded={filtering}
        onClick={() => setFiltering(!filtering)}
      >
        {words.filtersOf(chips)}
      </Button>
      <a href="#/library/add" className="btn go">
        <Plus size={20} strokeWidth={2} aria-hidden="true" />
        {words.add}
      </a>
    </>
  );
};
