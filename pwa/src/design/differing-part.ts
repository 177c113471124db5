/** The part of a text that differs from another, with what stands before and after it in both. */
export const differingPart = (
  text: string,
  other: string,
): { readonly before: string; readonly part: string; readonly after: string } => {
  const mine = [...text];
  const theirs = [...other];
  const shorter = Math.min(mine.length, theirs.length);
  let start = 0;
  while (start < shorter && mine[start] === theirs[start]) start += 1;
  let end = 0;
  while (end < shorter - start && mine[mine.length - 1 - end] === theirs[theirs.length - 1 - end]) {
    end += 1;
  }
  const until = mine.length - end;
  return {
    before: mine.slice(0, start).join(""),
    part: mine.slice(start, until).join(""),
    after: mine.slice(until).join(""),
  };
};
