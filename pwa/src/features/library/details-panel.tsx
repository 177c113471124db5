import { type Courseware, KEEPING_PLACES, type KeepingPlace } from "@dianbo/shared/courseware";
import { useId, useState } from "react";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./bulk-bar.module.css";

/** The one value that all items share, if they do. */
const shared = (values: readonly string[]): string =>
  new Set(values).size === 1 ? (values[0] ?? "") : "";

/** Where the ticked items come from and where they lie. */
export const DetailsPanel = ({
  ticked,
  publish,
  place,
}: {
  readonly ticked: readonly Courseware[];
  readonly publish: (publisher: string | null) => void;
  readonly place: (place: KeepingPlace | null) => void;
}) => {
  const { library: words } = useWords();
  const [publisher, setPublisher] = useState(() =>
    shared(ticked.map((item) => item.publisher ?? "")),
  );
  const [where, setWhere] = useState<KeepingPlace["type"] | "">(() => {
    const type = shared(ticked.map((item) => item.place?.type ?? ""));
    return KEEPING_PLACES.find((one) => one === type) ?? "";
  });
  const [name, setName] = useState(() => shared(ticked.map((item) => item.place?.name ?? "")));
  const id = useId();
  return (
    <>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          publish(publisher.trim() === "" ? null : publisher.trim());
        }}
      >
        <label htmlFor={`${id}-publisher`} className={css.label}>
          {words.details.publisher}
        </label>
        <input
          id={`${id}-publisher`}
          className="field"
          maxLength={500}
          autoComplete="off"
          value={publisher}
          onChange={(event) => setPublisher(event.target.value)}
        />
        <Button type="submit">{words.details.change}</Button>
      </form>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          place(where === "" ? null : { type: where, name: name.trim() });
        }}
      >
        <label htmlFor={`${id}-where`} className={css.label}>
          {words.details.place}
        </label>
        <select
          id={`${id}-where`}
          className="field"
          value={where}
          onChange={({ target }) =>
            setWhere(KEEPING_PLACES.find((one) => one === target.value) ?? "")
          }
        >
          <option value="">{words.details.noPlace}</option>
          {KEEPING_PLACES.map((one) => (
            <option key={one} value={one}>
              {words.details.places[one]}
            </option>
          ))}
        </select>
        <input
          className="field"
          aria-label={words.details.placeName}
          placeholder={words.details.placeName}
          maxLength={255}
          autoComplete="off"
          disabled={where === ""}
          value={where === "" ? "" : name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">{words.details.change}</Button>
      </form>
    </>
  );
};
