/** The zip that a person unpacks: the install page, and beside it the one folder to load. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { EXTENSION_FOLDER, INSTALL_PAGE } from "../../../extension/install/page.ts";
import { ROOT } from "../../support/planted-tree.ts";
import { filesBelow } from "../checks/tree.ts";

test("the extension's zip holds 安装.html and the folder that the browser loads, and no more", () => {
  const entries = unzipSync(readFileSync(join(ROOT, "dist/dianbo-extension-chromium.zip")));
  const inFolder = filesBelow(ROOT, "dist/extension-chromium").map((path) =>
    path.replace("dist/extension-chromium", EXTENSION_FOLDER),
  );
  expect(Object.keys(entries).sort()).toEqual([INSTALL_PAGE, ...inFolder].sort());
});
