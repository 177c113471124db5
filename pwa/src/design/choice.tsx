/** A few things of which one is chosen, all in sight: a segmented row of radio buttons. */
export const Choice = <Value extends string>({
  name,
  options,
  chosen,
  onChoose,
}: {
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly word: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}) => (
  <fieldset className="choice">
    <legend className="visually-hidden">{name}</legend>
    {options.map(({ value, word }) => (
      <label key={value} className={value === chosen ? "on" : ""}>
        <input
          type="radio"
          className="visually-hidden"
          name={name}
          checked={value === chosen}
          onChange={() => onChoose(value)}
        />
        {word}
      </label>
    ))}
  </fieldset>
);
