import { CATEGORIES, suggestCategory } from "@dianbo/shared/category";
import { COURSEWARE_KINDS, coursewareKindSchema, KEEPING_PLACES } from "@dianbo/shared/courseware";
import { newRecordId, type RecordId } from "@dianbo/shared/identity";
import { addManyCourseware, shelfOf } from "@dianbo/shared/programme";
import { Check } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import * as v from "valibot";
import { CategoryName } from "../../app/category-name.tsx";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { DigitBlock, NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { readOwnNumber } from "./own-number.ts";
import { readMinutes } from "./row.ts";
import { EMPTY_DRAFT, isEmptyDraft } from "./typed-draft.ts";
import css from "./typed-form.module.css";
import { useTypedDraft } from "./use-typed-draft.ts";
import { numberWords, reasonWords } from "./words-of.ts";

const placeSchema = v.picklist(KEEPING_PLACES);

/** A labelled field with what is wrong or good to know under it. */
const Line = ({
  label,
  problem,
  hint,
  children,
}: {
  readonly label: string;
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  readonly children: (ids: {
    readonly id: string;
    readonly "aria-describedby": string;
    readonly "aria-invalid": boolean;
  }) => ReactNode;
}) => {
  const id = useId();
  return (
    <div className={css.line}>
      <label htmlFor={id}>{label}</label>
      <div className={css.cell}>
        {children({
          id,
          "aria-describedby": `${id}-more`,
          "aria-invalid": problem !== undefined,
        })}
        <span id={`${id}-more`} className={problem === undefined ? css.hint : css.bad}>
          {problem ?? hint}
        </span>
      </div>
    </div>
  );
};

const SavedLine = ({ saved }: { readonly saved: RecordId | undefined }) => {
  const { adding: words } = useWords();
  const { items } = useSnapshot();
  const item = saved === undefined ? undefined : items.get(saved);
  return (
    <div role="status">
      {item === undefined || item.life === "deleted" ? null : (
        <p className={`note ok ${css.saved ?? ""}`}>
          <Check size={20} aria-hidden="true" />
          {item.number == null ? words.hand.savedUnfiled(item.title) : words.hand.saved(item.title)}
          {item.number == null ? null : (
            <a href={`#/library/${item.id}`}>
              <NumberTag number={item.number} />
            </a>
          )}
        </p>
      )}
    </div>
  );
};

/** One row typed by hand, for what lies on a disc or elsewhere: title, category, place, and its number at once. */
export const TypedForm = () => {
  const { adding: words } = useWords();
  const { library, clock, newId } = useDependencies();
  const { items } = useSnapshot();
  const [draft, change] = useTypedDraft();
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [saved, setSaved] = useState<RecordId>();
  const title = useRef<HTMLInputElement>(null);
  const categoryId = useId();

  const minutes = readMinutes(draft.minutes);
  const own = readOwnNumber(draft.number, [...items.values()]);
  const numberShelf = own.ok && own.value !== undefined ? shelfOf(own.value) : undefined;
  const suggested =
    draft.category === undefined && numberShelf === undefined
      ? suggestCategory({ host: "", title: draft.title })
      : undefined;
  const lacksTitle = draft.title.trim() === "";

  const save = async (): Promise<void> => {
    setAsked(true);
    if (lacksTitle || minutes === undefined || !own.ok) {
      if (lacksTitle) title.current?.focus();
      return;
    }
    const id = newRecordId(newId);
    const publisher = draft.publisher.trim();
    const kept = await library.apply((bench) =>
      addManyCourseware(
        [
          {
            id,
            written: own.value,
            fields: {
              title: draft.title.trim(),
              kind: draft.kind,
              category: draft.category ?? numberShelf ?? suggested?.category ?? null,
              minutes,
              ...(publisher === "" ? {} : { publisher }),
              ...(draft.place === undefined
                ? {}
                : { place: { type: draft.place, name: draft.placeName.trim() } }),
              clippedAt: clock.now(),
              clippedBy: bench.identity.post,
            },
          },
        ],
        bench.book,
        bench.newId,
      ),
    );
    if (!kept.ok) {
      setFailure(kept.error.type);
      return;
    }
    setFailure(undefined);
    setSaved(id);
    setAsked(false);
    // The next disc is mostly of the same sort.
    change({ ...EMPTY_DRAFT, category: undefined, kind: draft.kind, place: draft.place });
    title.current?.focus();
  };

  return (
    <form
      className={`sheet ${css.form ?? ""}`}
      aria-label={words.byHand}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className={css.lead}>{words.hand.lead}</p>
      <SavedLine saved={saved} />
      {failure === undefined ? null : (
        <p role="alert" className="note bad">
          {failure === "shelf-full" || failure === "number-taken" || failure === "disk-full"
            ? words.notSaved[failure]
            : words.notSaved.other}
        </p>
      )}
      <Line
        label={words.hand.title}
        problem={asked && lacksTitle ? words.problems["no-title"] : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            ref={title}
            className={css.title}
            value={draft.title}
            maxLength={300}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Line>
      <div className={css.line}>
        <span id={categoryId} className={css.name}>
          {words.hand.category}
        </span>
        <div className={css.cell}>
          <div role="radiogroup" aria-labelledby={categoryId} className={css.categories}>
            {CATEGORIES.map((category) => (
              <label key={category} className={draft.category === category ? css.on : ""}>
                <input
                  type="radio"
                  className="visually-hidden"
                  name="category"
                  checked={draft.category === category}
                  onChange={() => change({ category })}
                />
                <DigitBlock digit={category} />
                <CategoryName category={category} />
              </label>
            ))}
          </div>
          <span className={css.hint}>
            {suggested === undefined
              ? null
              : words.hand.suggested(suggested.category, reasonWords(suggested, words))}
          </span>
        </div>
      </div>
      <div className={css.pair}>
        <Line
          label={words.hand.minutes}
          problem={minutes === undefined ? words.problems["no-minutes"] : undefined}
        >
          {(ids) => (
            <input
              {...ids}
              className={`n ${css.short ?? ""}`}
              inputMode="numeric"
              value={draft.minutes}
              maxLength={8}
              onChange={(event) => change({ minutes: event.target.value })}
            />
          )}
        </Line>
        <Line label={words.hand.kind}>
          {(ids) => (
            <select
              {...ids}
              value={draft.kind}
              onChange={(event) => {
                const kind = v.safeParse(coursewareKindSchema, event.target.value);
                if (kind.success) change({ kind: kind.output });
              }}
            >
              {COURSEWARE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {words.kinds[kind]}
                </option>
              ))}
            </select>
          )}
        </Line>
      </div>
      <div className={css.pair}>
        <Line label={words.hand.place}>
          {(ids) => (
            <select
              {...ids}
              value={draft.place ?? ""}
              onChange={(event) => {
                const place = v.safeParse(placeSchema, event.target.value);
                change({ place: place.success ? place.output : undefined });
              }}
            >
              {KEEPING_PLACES.map((place) => (
                <option key={place} value={place}>
                  {words.hand.places[place]}
                </option>
              ))}
              <option value="">{words.hand.nowhere}</option>
            </select>
          )}
        </Line>
        {draft.place === undefined ? null : (
          <Line label={words.hand.placeName} hint={words.hand.placeHint[draft.place]}>
            {(ids) => (
              <input
                {...ids}
                value={draft.placeName}
                maxLength={255}
                onChange={(event) => change({ placeName: event.target.value })}
              />
            )}
          </Line>
        )}
      </div>
      <Line label={words.hand.publisher}>
        {(ids) => (
          <input
            {...ids}
            value={draft.publisher}
            maxLength={500}
            onChange={(event) => change({ publisher: event.target.value })}
          />
        )}
      </Line>
      <Line
        label={words.hand.number}
        problem={own.ok ? undefined : numberWords(own.error, words)}
        hint={words.hand.numberHint}
      >
        {(ids) => (
          <input
            {...ids}
            className={`n ${css.short ?? ""} ${css.number ?? ""}`}
            inputMode="numeric"
            value={draft.number}
            maxLength={8}
            onChange={(event) => change({ number: event.target.value })}
          />
        )}
      </Line>
      <div className={css.foot}>
        <span className="grow small">{words.hand.draft}</span>
        {isEmptyDraft(draft) ? null : (
          <Button
            look="text"
            className="quiet"
            onClick={() => {
              change({ ...EMPTY_DRAFT, category: undefined });
              title.current?.focus();
            }}
          >
            {words.hand.clear}
          </Button>
        )}
        <Button look="go" type="submit">
          {words.hand.save}
        </Button>
      </div>
    </form>
  );
};
