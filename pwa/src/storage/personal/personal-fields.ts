import { type Json, rankWrites, shownValues } from "@dianbo/shared/changes";
import type { SiteId } from "@dianbo/shared/identity";
import type { NamesRow } from "@dianbo/shared/meeting";
import * as v from "valibot";
import { type Personal, personalSchema } from "./personal-row.ts";

const MARK = "mark-";
const VALUE = "value-";

/** The values as fields of their own, so that two PCs join them one by one. */
const prefixed = (
  prefix: string,
  values: Readonly<Record<string, Json>>,
): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}${key}`, value]));

const unprefixed = (prefix: string, fields: Readonly<Record<string, Json>>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      field.startsWith(prefix) && value !== null ? [[field.slice(prefix.length), value]] : [],
    ),
  );

/** What is written for a row: a mark and a cell are each a field; one that was taken away is emptied. */
export const fieldsToWrite = (
  personal: Personal,
  before: NamesRow | undefined,
): Readonly<Record<string, Json>> => {
  const emptied = (prefix: string): Readonly<Record<string, Json>> =>
    Object.fromEntries(
      Object.keys(before?.record?.fields ?? {}).flatMap((field) =>
        field.startsWith(prefix) ? [[field, null]] : [],
      ),
    );
  switch (personal.kind) {
    case "person": {
      const { branch, name, initials, place, since, until } = personal.value;
      return { branch, name, initials, place, since, until: until ?? null };
    }
    case "roll": {
      const { on, branch, session, called, marks, takenAt } = personal.value;
      return {
        ...emptied(MARK),
        on,
        branch,
        session: session ?? null,
        called,
        takenAt,
        ...prefixed(MARK, marks),
      };
    }
    case "cells": {
      const { book, values } = personal.value;
      return { ...emptied(VALUE), book, ...prefixed(VALUE, values) };
    }
  }
};

/** Everybody whom any PC called stays called, in the order of the shown list. */
const calledIn = ({ record }: NamesRow, site: SiteId, gone: ReadonlySet<string>): unknown =>
  record === undefined
    ? []
    : [
        ...new Set(
          rankWrites(record, "called", site).flatMap(({ value }) =>
            Array.isArray(value) ? value : [],
          ),
        ),
      ].filter((id) => !gone.has(String(id)));

const seenValue = (row: NamesRow, site: SiteId, gone: ReadonlySet<string>): unknown => {
  if (row.record === undefined) return undefined;
  const shown = shownValues(row.record, site);
  switch (row.kind) {
    case "person":
      return { ...shown, id: row.id };
    case "roll": {
      const marks = Object.entries(unprefixed(MARK, shown)).filter(([id]) => !gone.has(id));
      return {
        ...shown,
        id: row.id,
        called: calledIn(row, site, gone),
        marks: Object.fromEntries(marks),
      };
    }
    default:
      return { ...shown, values: unprefixed(VALUE, shown) };
  }
};

/** The kinds that this version reads; rows of others are carried along. */
const KINDS: readonly string[] = ["person", "roll", "cells"] satisfies readonly Personal["kind"][];

/** Whether this version knows what the row is. */
export const isKnownKind = ({ kind }: Pick<NamesRow, "kind">): boolean => KINDS.includes(kind);

/**
 * A row as the rooms see it: of every field what is shown, of a roll call everybody whom any PC called, and
 * nobody who was removed (`gone`, their ids). `undefined` where the row is removed or does not read.
 */
export const personalOf = (
  row: NamesRow,
  site: SiteId,
  gone: ReadonlySet<string>,
): Personal | undefined => {
  const value = seenValue(row, site, gone);
  if (value === undefined) return undefined;
  const read = v.safeParse(personalSchema, { kind: row.kind, id: row.id, value });
  return read.success ? read.output : undefined;
};
