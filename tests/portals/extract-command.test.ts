/** `npm run -s extract` and the bench beside it: what they print, how fast, and what they say where pages are missing. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { truePages } from "../bench/extract-truth.ts";

const ENGINE = join(import.meta.dirname, "../support/extract-pages.ts");
const folder = mkdtempSync(join(tmpdir(), "dianbo-extract-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PAGES = 120;
const TITLE = "水渠修到家门口";
const LINE = "入秋以来，各乡镇组织村民对沿河堤坝、山塘水库逐处排查，先后清淤疏浚沟渠一百三十余处。";
for (let number = 0; number < PAGES; number += 1) {
  writeFileSync(
    join(folder, `${number}.html`),
    `<!DOCTYPE html><meta charset="utf-8"><title>${TITLE}_青禾县人民政府</title><meta name="SiteName" content="青禾县人民政府"><meta name="ArticleTitle" content="${TITLE}"><meta name="PubDate" content="2020-11-10 08:20"><meta name="ContentSource" content="青禾日报"><h1>${TITLE}</h1><div class="TRS_Editor">${`<p>${LINE}</p>`.repeat(20)}<p>附件：<a href="P020201110330001.pdf">清单.pdf</a></p></div>`,
  );
}
const named = (number: number | string) =>
  JSON.stringify({
    file: `${number}.html`,
    url: `http://www.qinghe.gov.cn/yw/202011/t20201110_${number}.html`,
  });

const extract = (lines: readonly string[]) =>
  spawnSync(process.execPath, [ENGINE], {
    input: lines.join("\n"),
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: folder },
  });

it("prints one line of JSON a page, by the names of the design, at five pages a second or more", () => {
  const started = performance.now();
  const { stdout, status } = extract(Array.from({ length: PAGES }, (_, number) => named(number)));
  const seconds = (performance.now() - started) / 1000;
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(lines).toHaveLength(PAGES);
  const names =
    "file kind title publishedAt publisher author category minutes text media attachments links sources";
  for (const name of names.split(" ")) expect(lines[0]).toHaveProperty(name);
  expect(lines[7]).toMatchObject({
    file: "7.html",
    kind: "article",
    title: TITLE,
    publishedAt: "2020-11-10",
    publisher: "青禾日报",
    attachments: ["http://www.qinghe.gov.cn/yw/202011/P020201110330001.pdf"],
    sources: { title: "page-tags", publishedAt: "page-tags", publisher: "page-tags" },
  });
  expect(PAGES / seconds).toBeGreaterThan(5);
});

it("says in words what is missing, and reads the rest", () => {
  const some = extract([named(1), named("gone"), "no json", named(2)]);
  expect(some.stdout.trim().split("\n")).toHaveLength(2);
  expect(some.stderr).toContain(`${join(folder, "gone.html")} is not there`);
  expect(some.stderr).toContain("1 of 4 pages are not on this machine");
  expect(some.status).toBe(1);
  const none = extract([]);
  expect(none.stderr).toContain("No page was named.");
  expect(none.status).toBe(2);
});

it("the bench scores a folder of real pages where one is named, and says so where none is", () => {
  const said: string[] = [];
  const before = process.env["DIANBO_PAGES"];
  try {
    delete process.env["DIANBO_PAGES"];
    const own = truePages((words) => said.push(words)).length;
    process.env["DIANBO_PAGES"] = folder;
    expect(truePages((words) => said.push(words))).toHaveLength(own);
    const truth = {
      url: "http://www.qinghe.gov.cn/a.html",
      title: TITLE,
      publishedAt: "2020-11-10",
      publisher: "青禾日报",
      text: LINE,
    };
    writeFileSync(
      join(folder, "truth.jsonl"),
      [0, 1, 2].map((number) => JSON.stringify({ ...truth, file: `${number}.html` })).join("\n"),
    );
    const all = truePages((words) => said.push(words));
    expect(all).toHaveLength(own + 3);
    expect(all.at(-1)).toMatchObject({ title: TITLE });
    expect(said[0]).toContain("No folder of real pages is named");
    expect(said[1]).toContain("holds no truth.jsonl");
    expect(said[2]).toContain("Scored are 3 pages of");
  } finally {
    if (before === undefined) delete process.env["DIANBO_PAGES"];
    else process.env["DIANBO_PAGES"] = before;
  }
});
