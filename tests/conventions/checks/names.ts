/** Names of files say what is inside. */
import { basename } from "node:path";
import { filesBelow, textOf } from "./tree.ts";

const CODE = ["packages", "pwa", "extension", "demonstration", "tests", "scripts"];
const SAYS_NOTHING = /^(utils?|helpers?|common|misc|types)\.[cm]?[jt]sx?$/;

/** Files whose name says only that they hold something. */
export const emptyNames = (root: string): string[] =>
  CODE.flatMap((folder) => filesBelow(root, folder))
    .filter(
      (path) => SAYS_NOTHING.test(basename(path)) || /\/(utils?|helpers?|common|misc)\//.test(path),
    )
    .map((path) => `${path}: name it after what it is for`);

/** Domains of the core that its package.json does not offer, and offers that lead nowhere. */
export const domainsAndDoors = (root: string): string[] => {
  const { exports = {} }: { exports?: Record<string, string> } = JSON.parse(
    textOf(root, "packages/shared/package.json") || "{}",
  );
  const doors = filesBelow(root, "packages/shared/src").filter((path) =>
    /src\/[^/]+\/index\.ts$/.test(path),
  );
  const offered = Object.values(exports).map((path) => `packages/shared/${path.replace("./", "")}`);
  return [
    ...doors
      .filter((path) => !offered.includes(path))
      .map((path) => `${path} is not among the exports of packages/shared`),
    ...offered
      .filter((path) => textOf(root, path) === "")
      .map((path) => `packages/shared offers ${path}, which is not there`),
  ];
};
