import {
  deleteFilter,
  isOpenFilter,
  type LibraryFilter,
  renameFilter,
  type SavedFilter,
  savedFiltersOf,
  saveFilter,
  trimFilter,
} from "@dianbo/shared/library-filter";
import { ok } from "@dianbo/shared/result";
import { Pencil, Trash2 } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import type { Act } from "../../app/use-act.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./saved-filters.module.css";

const ICON = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

const sameFilter = (a: LibraryFilter, b: LibraryFilter): boolean => {
  const inOrder = (filter: LibraryFilter): string =>
    JSON.stringify(Object.entries(trimFilter(filter)).sort(([x], [y]) => (x < y ? -1 : 1)));
  return inOrder(a) === inOrder(b);
};

/** A field for a name, kept with Enter. */
const NameForm = ({
  label,
  name,
  word,
  keep,
  giveUp,
}: {
  readonly label: string;
  readonly name: string;
  readonly word: string;
  readonly keep: (name: string) => void;
  readonly giveUp?: () => void;
}) => {
  const [typed, setTyped] = useState(name);
  const id = useId();
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = typed.trim();
        if (wanted !== "") keep(wanted);
        setTyped("");
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <input
        id={id}
        className="field"
        placeholder={label}
        maxLength={60}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || giveUp === undefined) return;
          event.stopPropagation();
          giveUp();
        }}
      />
      <Button type="submit">{word}</Button>
    </form>
  );
};

/** The filters that the site keeps by name: one click asks for one; kept, renamed and deleted here. */
export const SavedFilters = ({
  filter,
  act,
  apply,
}: {
  /** What is asked for now. */
  readonly filter: LibraryFilter;
  readonly act: Act;
  readonly apply: (filter: LibraryFilter) => void;
}) => {
  const { library: words } = useWords();
  const { newId } = useDependencies();
  const { site } = useIdentity();
  const { records } = useSnapshot();
  const [renaming, setRenaming] = useState<string>();
  const { filters, unreadable } = useMemo(
    () => savedFiltersOf(records.values(), site),
    [records, site],
  );
  const held = filters.some((saved) => sameFilter(saved.filter, filter));
  const rename = (saved: SavedFilter, name: string): void => {
    setRenaming(undefined);
    void act(() => ok(renameFilter(saved, name)));
  };
  if (filters.length === 0 && unreadable === 0 && isOpenFilter(filter)) return null;
  return (
    <section className={css.saved} aria-label={words.saved.title}>
      {filters.length === 0 ? null : <h3>{words.saved.title}</h3>}
      <ul>
        {filters.map((saved) => {
          const record = records.get(saved.id);
          return renaming === saved.id ? (
            <li key={saved.id}>
              <NameForm
                label={words.saved.newName(saved.name)}
                name={saved.name}
                word={words.saved.rename}
                keep={(name) => rename(saved, name)}
                giveUp={() => setRenaming(undefined)}
              />
            </li>
          ) : (
            <li key={saved.id}>
              <button
                type="button"
                className={css.name}
                aria-pressed={sameFilter(saved.filter, filter)}
                onClick={() => apply(saved.filter)}
              >
                <span className="clip">{saved.name}</span>
              </button>
              <button
                type="button"
                className={css.tool}
                aria-label={words.saved.renameOf(saved.name)}
                onClick={() => setRenaming(saved.id)}
              >
                <Pencil {...ICON} />
              </button>
              <button
                type="button"
                className={css.tool}
                aria-label={words.saved.removeOf(saved.name)}
                onClick={() =>
                  void act(() =>
                    ok(
                      record === undefined
                        ? { label: { type: "delete-filter" }, puts: [] }
                        : deleteFilter(saved, record),
                    ),
                  )
                }
              >
                <Trash2 {...ICON} />
              </button>
            </li>
          );
        })}
      </ul>
      {unreadable === 0 ? null : <p className="small">{words.saved.unreadable(unreadable)}</p>}
      {isOpenFilter(filter) || held ? null : (
        <NameForm
          label={words.saved.name}
          name=""
          word={words.saved.keep}
          keep={(name) => void act(() => ok(saveFilter({ name, filter }, filters, newId)))}
        />
      )}
    </section>
  );
};
