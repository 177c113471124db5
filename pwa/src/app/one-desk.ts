import type { Dependencies } from "./library-context.tsx";

/**
 * A desk is work that goes on while the person is in another room (copying, meeting): there is one of its kind
 * for a page's library, made when it is first asked for.
 */
export const oneDesk = <Desk extends object>(
  make: (dependencies: Dependencies) => Desk,
): ((dependencies: Dependencies) => Desk) => {
  const desks = new WeakMap<Dependencies["library"], Desk>();
  return (dependencies) => {
    const known = desks.get(dependencies.library);
    if (known !== undefined) return known;
    const desk = make(dependencies);
    desks.set(dependencies.library, desk);
    return desk;
  };
};
