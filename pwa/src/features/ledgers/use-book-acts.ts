import type { Changes } from "@dianbo/shared/changes";
import type { RecordId } from "@dianbo/shared/identity";
import {
  type BookForm,
  continueRow,
  correctRow,
  enterRow,
  enterRows,
  type LedgerRow,
  type RowDraft,
  type Values,
} from "@dianbo/shared/ledger-book";
import { ok } from "@dianbo/shared/result";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import type { Personal } from "../../storage/personal/index.ts";
import { usePersonal } from "./personal-context.tsx";

/** What can be done to a book; each answers whether it was kept, whole or not at all. */
export interface BookActs {
  enter(draft: RowDraft): Promise<boolean>;
  enterAll(drafts: readonly RowDraft[]): Promise<boolean>;
  goOn(row: LedgerRow, draft: RowDraft): Promise<boolean>;
  correct(row: LedgerRow, reason: string, instead: RowDraft | undefined): Promise<boolean>;
}

/** The writing hand of one book: names into the personal tables, the rest into the library. */
export const useBookActs = (form: BookForm): BookActs => {
  const { library, clock, newId } = useDependencies();
  const { post } = useIdentity();
  const { store } = usePersonal();
  const hand = () => ({ post, now: clock.now(), newId });

  const keep = async (
    changes: Changes,
    personal: ReadonlyMap<RecordId, Values>,
  ): Promise<boolean> => {
    const cells = [...personal].flatMap(([id, values]): readonly Personal[] =>
      Object.keys(values).length === 0
        ? []
        : [{ kind: "cells", id, value: { book: form.id, values } }],
    );
    // Names first: a row whose names were not kept would look as if nobody had signed.
    if (cells.length > 0 && !(await store.write(cells)).ok) return false;
    const kept = await library.apply(() => ok(changes));
    if (!kept.ok && cells.length > 0) await store.write([], cells);
    return kept.ok;
  };
  const keepOne = (made: {
    readonly id: RecordId | undefined;
    readonly changes: Changes;
    readonly personal: Values;
  }): Promise<boolean> =>
    keep(made.changes, made.id === undefined ? new Map() : new Map([[made.id, made.personal]]));

  return {
    enter: (draft) => keepOne(enterRow(form, draft, hand())),
    enterAll: (drafts) => {
      const { changes, personal } = enterRows(form, drafts, hand());
      return keep(changes, personal);
    },
    goOn: (row, draft) => keepOne(continueRow(form, row.id, draft, hand())),
    correct: (row, reason, instead) =>
      keepOne(correctRow(form, row.entry, reason, instead, hand())),
  };
};
