let table: Map<string, readonly [number, number]> | undefined;

/** Two-byte GB18030 codes by character, read once out of the platform's decoder: Node can decode but not encode. */
function twoByteCodes(): Map<string, readonly [number, number]> {
  const codes = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== "�" && !codes.has(character))
        codes.set(character, [lead, trail]);
    }
  }
  return codes;
}

/** Text as GB18030 bytes; a character without a two-byte code becomes a numeric reference, as editors' tools do. */
export function encodeGb18030(text: string): Buffer {
  table ??= twoByteCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const pair = table.get(character);
    if (point < 0x80) bytes.push(point);
    else if (pair) bytes.push(...pair);
    else bytes.push(...Buffer.from(`&#${point};`, "ascii"));
  }
  return Buffer.from(bytes);
}
