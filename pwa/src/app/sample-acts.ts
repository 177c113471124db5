import { isListed } from "@dianbo/shared/courseware";
import { takenNumbers } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { loadSampleLibrary, removeSampleLibrary } from "@dianbo/shared/sample";
import type { LibrarySnapshot } from "../storage/index.ts";
import type { Dependencies } from "./library-context.tsx";

/** How many sample items the library holds. */
export const sampleCount = (snapshot: LibrarySnapshot): number =>
  [...snapshot.items.values()].filter((item) => item.sample === true && isListed(item)).length;

/** Loads the sample library, beside whatever is there. */
export const loadSamples = ({ library, random }: Pick<Dependencies, "library" | "random">) =>
  library.apply(({ snapshot, newId, clock }) =>
    ok(
      loadSampleLibrary(
        {
          numbers: takenNumbers([...snapshot.items.values()]),
          menuNumbers: new Set([...snapshot.menus.values()].flatMap(({ number }) => number ?? [])),
        },
        { newId, clock, random },
      ),
    ),
  );

/** Removes the sample library; the site's own items stay. */
export const removeSamples = ({ library }: Pick<Dependencies, "library">) =>
  library.apply(({ snapshot, identity }) =>
    ok(removeSampleLibrary([...snapshot.records.values()], identity.site)),
  );
