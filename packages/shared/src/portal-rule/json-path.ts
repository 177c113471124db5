/** More things than this are not looked at. */
const HITS = 200;

const stepInto = (value: unknown, name: string): readonly unknown[] =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? [Reflect.get(value, name)]
    : [];

const stepByIndex = (value: unknown, index: string): readonly unknown[] => {
  if (!Array.isArray(value)) return [];
  const all: readonly unknown[] = value;
  return index === "" ? all.slice(0, HITS) : all.slice(Number(index), Number(index) + 1);
};

/**
 * What stands at a path like `a.b[].c[0]` in an answer: `[]` is each thing of an array. Own properties
 * only, so that no path reaches what the language keeps behind an object.
 */
export const atPath = (answer: unknown, path: string): readonly unknown[] => {
  let found: readonly unknown[] = [answer];
  for (const part of path.split(".")) {
    const name = part.replace(/\[.*$/u, "");
    found = found.flatMap((value) => stepInto(value, name));
    for (const [, index = ""] of part.matchAll(/\[(\d*)\]/gu)) {
      found = found.flatMap((value) => stepByIndex(value, index)).slice(0, HITS);
    }
  }
  return found;
};

/** The first text or number at a path, as text. */
export const textAtPath = (answer: unknown, path: string): string | undefined => {
  const [hit] = atPath(answer, path).filter(
    (value) => (typeof value === "string" && value.trim() !== "") || Number.isFinite(value),
  );
  return hit === undefined ? undefined : String(hit).trim();
};
