import { copyOf } from "./body-pictures.ts";

const lettersOf = (element: Element): string => (element.textContent ?? "").replace(/\s+/gu, "");

/** A nested container is the same body over again. */
const outermost = (elements: readonly Element[]): readonly Element[] =>
  elements.filter(
    (element) => !elements.some((other) => other !== element && other.contains(element)),
  );

/** Fewer letters than this are a line of the frame, no part of a text. */
const A_LINE = 20;

/**
 * Of several containers of one name the body: the longest, with those that stand beside it in the same
 * element and hold other text. The others are notices, footers or a copy for telephones. In page order.
 */
export const partsOf = (elements: readonly Element[]): readonly Element[] => {
  const all = outermost(elements).map((element) => ({ element, letters: lettersOf(element) }));
  const [longest] = [...all].sort((one, other) => other.letters.length - one.letters.length);
  if (longest === undefined) return [];
  const beside = all.filter(
    ({ element, letters }) =>
      element === longest.element ||
      (element.parentElement === longest.element.parentElement &&
        letters.length >= A_LINE &&
        !longest.letters.includes(letters)),
  );
  const texts = beside.map(({ letters }) => letters);
  return beside
    .filter(({ letters }, index) => texts.indexOf(letters) === index)
    .map(({ element }) => element);
};

/** Parts of a body as one element; the page never sees the copies that it is made of. */
export const asOne = (parts: readonly Element[]): Element | undefined => {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first;
  const copies = parts.flatMap((part) => copyOf(part) ?? []);
  const whole = copies[0]?.ownerDocument.createElement("div");
  for (const copy of copies) whole?.append(copy);
  return whole;
};
