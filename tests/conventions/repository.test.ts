import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { ROOT } from "../support/planted-tree.ts";
import { forbiddenLicences, loosePins, unexplainedDependencies } from "./checks/dependencies.ts";
import {
  brokenCommands,
  brokenDecisions,
  brokenLinks,
  roomsWithoutLine,
  unknownCommands,
} from "./checks/documents.ts";
import { domainsAndDoors, emptyNames } from "./checks/names.ts";

test("every room of the product has a line in docs/architecture.md", () => {
  expect(roomsWithoutLine(ROOT)).toEqual([]);
});

test("decision records are numbered and have their headings", () => {
  expect(brokenDecisions(ROOT)).toEqual([]);
});

test("the README's commands exist", () => {
  expect(unknownCommands(ROOT)).toEqual([]);
});

test("every command has its script", () => {
  expect(brokenCommands(ROOT)).toEqual([]);
});

test("links between documents lead somewhere", () => {
  expect(brokenLinks(ROOT)).toEqual([]);
});

test("every dependency is pinned exactly", () => {
  expect(loosePins(ROOT)).toEqual([]);
});

test("every dependency is explained in docs/dependencies.md", () => {
  expect(unexplainedDependencies(ROOT)).toEqual([]);
});

test("no installed package is under GPL or AGPL", () => {
  expect(forbiddenLicences(ROOT)).toEqual([]);
});

test("file names say what is inside", () => {
  expect(emptyNames(ROOT)).toEqual([]);
});

test("the core's domains and its exports are the same", () => {
  expect(domainsAndDoors(ROOT)).toEqual([]);
});

test("nothing names the machine it was written on", () => {
  // Put together here, so that this file does not find itself.
  const traces = [["", "work", "(main|shared|\\.)"].join("/"), ["", "root", ""].join("/")];
  const found = (pattern: string): string => {
    try {
      return execFileSync("git", ["grep", "-nIE", pattern, "--", ":!pnpm-lock.yaml"], {
        cwd: ROOT,
        encoding: "utf8",
      });
    } catch {
      return "";
    }
  };
  expect(traces.map(found).join("")).toBe("");
});
