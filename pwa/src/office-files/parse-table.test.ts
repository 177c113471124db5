import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parseTable } from "./parse-table.ts";
import { TABLE_LIMITS } from "./table.ts";

const utf16 = (text: string, bigEndian = false): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(2 + at * 2, text.charCodeAt(at), !bigEndian);
  }
  return bytes;
};

/** 「编号,名称」 and 「1014,党旗」 in GBK. */
const GBK = Uint8Array.from([
  0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0x31, 0x30, 0x31, 0x34, 0x2c,
  0xb5, 0xb3, 0xc6, 0xec, 0x0d, 0x0a,
]);

const sheet = (rows: string, tail = ""): string =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData>${tail}</worksheet>`;

const workbook = (
  rows: string,
  { tail = "", texts = "", styles = "", book = "" } = {},
): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns:r="r">${book}<sheets><sheet name="节目 &amp; 表" sheetId="1" r:id="rId1"/><sheet name="藏" state="hidden" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    ),
    "xl/sharedStrings.xml": strToU8(`<sst>${texts}</sst>`),
    "xl/styles.xml": strToU8(`<styleSheet>${styles}</styleSheet>`),
    "xl/worksheets/sheet1.xml": strToU8(sheet(rows, tail)),
    "xl/worksheets/sheet2.xml": strToU8(sheet('<row r="1"><c r="A1"><v>7</v></c></row>')),
    "xl/media/image1.png": new Uint8Array(64),
  });

const rowsOf = (source: Uint8Array | string): readonly (readonly string[])[] => {
  const table = parseTable(source);
  if (!table.ok) throw new Error(table.error.type);
  return table.value.sheets[0]?.rows ?? [];
};

const failureOf = (source: Uint8Array | string): string => {
  const table = parseTable(source);
  return table.ok ? "read" : table.error.type;
};

describe("a text as a table", () => {
  it("reads UTF-8, UTF-16 of either order, with its mark or without, and GBK alike", () => {
    const expected = [
      ["编号", "名称"],
      ["1014", "党旗"],
    ];
    const text = "编号,名称\r\n1014,党旗\r\n";
    expect(rowsOf(new TextEncoder().encode(text))).toEqual(expected);
    expect(rowsOf(new TextEncoder().encode(`\uFEFF${text}`))).toEqual(expected);
    expect(rowsOf(utf16(text))).toEqual(expected);
    expect(rowsOf(utf16(text, true))).toEqual(expected);
    expect(rowsOf(GBK)).toEqual(expected);
    expect(rowsOf(utf16("1014,abc\n1015,def\n").subarray(2))).toEqual([
      ["1014", "abc"],
      ["1015", "def"],
    ]);
  });

  it("keeps commas, quotes and lines inside quotes, and a quote that never closes", () => {
    expect(rowsOf('a,"他说""好"", 真好",c\nd,"两\n行",f')).toEqual([
      ["a", '他说"好", 真好', "c"],
      ["d", "两\n行", "f"],
    ]);
    expect(rowsOf('1,"没完\n2,二')).toEqual([
      ["1", '"没完'],
      ["2", "二"],
    ]);
  });

  it("takes cells that were copied from WPS, and a plain list of titles with a comma here and there", () => {
    expect(rowsOf("八段锦教学\t22\n电影《上甘岭》\t124")).toEqual([
      ["八段锦教学", "22"],
      ["电影《上甘岭》", "124"],
    ]);
    expect(rowsOf("八段锦教学\n党史故事,南昌起义\n果树冬季修剪")).toEqual([
      ["八段锦教学"],
      ["党史故事,南昌起义"],
      ["果树冬季修剪"],
    ]);
  });

  it("takes rare characters and titles of 300 as they are", () => {
    const long = "𠮷".repeat(300);
    expect(rowsOf(`㐂祝节目,12\n${long},3`)).toEqual([
      ["㐂祝节目", "12"],
      [long, "3"],
    ]);
  });

  it("takes 10,000 lines, and says how many are too many", () => {
    const lines = (count: number): string =>
      Array.from({ length: count }, (_, at) => `课件 ${at}\t${at % 60}`).join("\n");
    expect(rowsOf(lines(10_000))).toHaveLength(10_000);
    expect(failureOf(lines(TABLE_LIMITS.rows + 1))).toBe("too-many-rows");
    expect(failureOf(Array(TABLE_LIMITS.columns + 2).join("x\t"))).toBe("too-many-columns");
  });
});

describe("a table of a page", () => {
  it("reads what WPS puts on the clipboard: spans, breaks, spaces, styles", () => {
    const html = `<html xmlns:x="urn:x"><head><style>td{color:red}</style></head><body><!--StartFragment-->
      <table border=0><tr><td colspan=2>节目表</td></tr>
      <tr><td rowspan="2" class=xl65>实用技术</td><td>大棚番茄<br>（上）&nbsp;</td><td x:num>31</td></tr>
      <tr><td>果树
        冬季修剪</td><td>35</td></tr></table><!--EndFragment--></body></html>`;
    expect(rowsOf(html)).toEqual([
      ["节目表"],
      ["实用技术", "大棚番茄\n（上）", "31"],
      ["实用技术", "果树 冬季修剪", "35"],
    ]);
    expect(rowsOf(new TextEncoder().encode(html))).toHaveLength(3);
  });
});

describe("a workbook", () => {
  it("gives each visible sheet with what a person sees in its cells", () => {
    const texts =
      "<si><t>名称</t></si><si><r><t>大棚</t></r><r><t>番茄</t></r><rPh><t>dapeng</t></rPh></si><si><t>a_x000D_b</t></si>";
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0000"/><numFmt numFmtId="166" formatCode="0&quot;分&quot;"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="10"/><xf numFmtId="167"/><xf numFmtId="3"/><xf numFmtId="22"/></cellXfs>`;
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>
      <row r="3"><c r="A3" s="1"><v>46346</v></c><c r="B3" s="2"><v>46346</v></c><c r="C3" s="3"><v>14</v></c><c r="D3" s="4"><v>22</v></c><c r="E3" s="5"><v>0.125</v></c><c r="F3" s="6"><v>1.5</v></c><c r="G3" s="7"><v>1234567</v></c><c r="H3" s="8"><v>46346.8125</v></c></row>
      <row><c t="inlineStr"><is><t xml:space="preserve"> 就地 </t></is></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>算的</v></c><c t="e"><v>#N/A</v></c><c><v>0.30000000000000004</v></c><c><v>1014</v></c></row>`;
    const table = parseTable(workbook(rows, { texts, styles }));
    expect(table).toEqual({
      ok: true,
      value: {
        sheets: [
          {
            name: "节目 & 表",
            rows: [
              ["名称", "大棚番茄", "", "ab"],
              [],
              [
                "2026/11/20",
                "2026年11月20日",
                "0014",
                "22分",
                "12.50%",
                "36:00",
                "1,234,567",
                "2026/11/20 19:30",
              ],
              ["就地", "TRUE", "算的", "#N/A", "0.3", "1014"],
            ],
          },
        ],
      },
    });
  });

  it("repeats a cell that reaches over rows in each of them, and one over columns in its first", () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>节目表</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>科普知识</t></is></c><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c></row>`;
    const tail =
      '<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A2:A3"/><mergeCell ref="C1:C1048576"/></mergeCells>';
    expect(rowsOf(workbook(rows, { tail }))).toEqual([
      ["节目表"],
      ["科普知识", "1"],
      ["科普知识", "2"],
      ["", "3"],
    ]);
  });

  it("counts days from 1904 where the workbook does", () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const rows = '<row r="1"><c r="A1" s="1"><v>44884</v></c></row>';
    expect(rowsOf(workbook(rows, { styles, book: '<workbookPr date1904="1"/>' }))).toEqual([
      ["2026/11/20"],
    ]);
  });

  it("holds 10,000 rows and refuses a row past the limit, however few cells there are", () => {
    const many = Array.from(
      { length: 10_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
    ).join("");
    expect(rowsOf(workbook(many))).toHaveLength(10_000);
    expect(failureOf(workbook('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))).toBe(
      "too-many-rows",
    );
  });
});

describe("what is refused", () => {
  it("names the old workbook and the locked one", () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const locked = [...utf16("EncryptedPackage").subarray(2)];
    expect(failureOf(Uint8Array.from([...ole, ...Array(600).fill(0)]))).toBe("old-workbook");
    expect(failureOf(Uint8Array.from([...ole, ...Array(600).fill(0), ...locked]))).toBe(
      "locked-workbook",
    );
  });

  it("refuses pictures, other zips, broken ones, bombs and emptiness", () => {
    expect(failureOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]))).toBe("not-a-table");
    expect(failureOf(zipSync({ "word/document.xml": strToU8("<w/>") }))).toBe("not-a-table");
    const whole = workbook('<row r="1"><c r="A1"><v>1</v></c></row>');
    expect(failureOf(whole.subarray(0, whole.length - 40))).toBe("table-damaged");
    expect(failureOf("")).toBe("empty-table");
    expect(failureOf(workbook(""))).toBe("empty-table");
    expect(failureOf(new Uint8Array(TABLE_LIMITS.bytes + 1))).toBe("table-too-large");
    // The table of contents says that a sheet unpacks to a gigabyte.
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(9) });
    const view = new DataView(bomb.buffer);
    const contents = view.getUint32(bomb.length - 6, true);
    view.setUint32(contents + 24, 1 << 30, true);
    expect(failureOf(bomb)).toBe("table-too-large");
  });

  it("is not slowed by markup that wants to cost time", () => {
    for (const piece of [
      "<style>",
      "<a '\"",
      "<td rowspan=1000 colspan=1000>",
      "&&&&",
      "<![CDATA[",
    ]) {
      const started = performance.now();
      parseTable(`<table>${piece.repeat(200_000)}`);
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});
