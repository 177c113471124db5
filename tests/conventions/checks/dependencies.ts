/** Dependencies: pinned exactly, explained, and under licences that may be linked. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestsOf, textOf } from "./tree.ts";

/** The parts of a package.json that are read here. */
interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const readManifest = (path: string): Manifest => JSON.parse(readFileSync(path, "utf8"));

const declared = (root: string): { place: string; name: string; version: string }[] =>
  manifestsOf(root).flatMap((place) => {
    const { dependencies = {}, devDependencies = {} } = readManifest(join(root, place));
    return Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => ({
      place,
      name,
      version,
    }));
  });

const catalogOf = (root: string): Map<string, string> => {
  const text = textOf(root, "pnpm-workspace.yaml");
  const block = /^catalog:\n((?: {2}.*\n)+)/m.exec(text)?.[1] ?? "";
  return new Map(
    [...block.matchAll(/^ {2}"?([^":]+)"?: (\S+)$/gm)].map((match) => [
      match[1] ?? "",
      match[2] ?? "",
    ]),
  );
};

const EXACT = /^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Versions that are not pinned to the last digit. */
export const loosePins = (root: string): string[] => {
  const catalog = catalogOf(root);
  return declared(root)
    .filter(({ version }) => !version.startsWith("workspace:"))
    .filter(
      ({ name, version }) =>
        !EXACT.test(version === "catalog:" ? (catalog.get(name) ?? "") : version),
    )
    .map(({ place, name, version }) => `${place}: ${name} is pinned to "${version}"`);
};

/** Dependencies that docs/dependencies.md does not explain. */
export const unexplainedDependencies = (root: string): string[] => {
  const document = textOf(root, "docs/dependencies.md");
  const names = new Set(
    declared(root)
      .map(({ name }) => name)
      .filter((name) => !name.startsWith("@dianbo/")),
  );
  return [...names]
    .filter((name) => !document.includes(`\`${name}\``))
    .map((name) => `docs/dependencies.md has no line for \`${name}\``);
};

const licenceOf = (manifest: Manifest): string => {
  const { license, licenses = [] } = manifest;
  if (typeof license === "string") return license;
  return license?.type ?? licenses.map((one) => one.type ?? "").join(" OR ");
};

/** Copyleft that would bind the whole: GPL and AGPL, unless another licence may be chosen instead. */
const binds = (licence: string): boolean =>
  licence
    .replace(/[()]/g, " ")
    .split(/\s+OR\s+/i)
    .every((choice) => /(^|[^L])A?GPL/i.test(choice));

/** Installed packages whose licence may not be linked. */
export const forbiddenLicences = (root: string): string[] => {
  const store = join(root, "node_modules/.pnpm");
  const folders = existsSync(store) ? readdirSync(store) : [];
  return folders.flatMap((folder) => {
    const modules = join(store, folder, "node_modules");
    // Of the packages in this folder the one it is named after is real; the others are links.
    const name = folder.replace(/^(@[^+]+)\+/, "$1/").replace(/(.)@.*$/, "$1");
    const path = join(modules, name, "package.json");
    if (!existsSync(path)) return [];
    const manifest = readManifest(path);
    return binds(licenceOf(manifest))
      ? [`${manifest.name}@${manifest.version} is ${licenceOf(manifest)}`]
      : [];
  });
};
