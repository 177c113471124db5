import { differingPart } from "./differing-part.ts";

/** A text beside another one: the part in which they differ is marked. */
export const Differing = ({ text, other }: { readonly text: string; readonly other: string }) => {
  const { before, part, after } = differingPart(text, other);
  return (
    <>
      {before}
      {part === "" ? null : <mark>{part}</mark>}
      {after}
    </>
  );
};
