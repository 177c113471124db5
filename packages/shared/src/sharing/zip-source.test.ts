import { expect, test } from "vitest";
import { sparseSource, sparseZip } from "../../testing/sparse-zip.ts";
import { openPackage } from "./open-package.ts";
import { openZip } from "./zip-source.ts";

const textOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test("more than 65,535 entries are read by whoever wants so many, and no package has them", async () => {
  const source = sparseSource(
    sparseZip(
      Array.from({ length: 70_000 }, (_, place) => ({
        name: `f/${place}`,
        bytes: textOf(String(place)),
      })),
    ),
  );
  const zip = await openZip(source, { entries: 100_000, directoryBytes: 16 * 1024 * 1024 });
  if (!zip.ok) throw new Error(JSON.stringify(zip.error));
  expect(zip.value.lines.size).toBe(70_000);
  const last = zip.value.lines.get("f/69999");
  const bytes = last === undefined ? undefined : await zip.value.unpack(last, 10);
  expect(bytes).toEqual({ ok: true, value: textOf("69999") });
  expect(await openPackage(source, async () => new Uint8Array(64))).toMatchObject({
    ok: false,
    error: { type: "too-many-files" },
  });
});
