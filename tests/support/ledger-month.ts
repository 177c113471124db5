/** A month of a real site, for the journeys of the ledgers: four branches, thirty people, nine showings. */

/** The four branches. */
export const BRANCHES = ["第一党支部", "第二党支部", "老年党支部", "流动党支部"] as const;

const FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏";

/** Thirty people: one family name each, a given name by branch; invented. */
export const PEOPLE = [...FAMILY].map((family, at) => ({
  name: `${family}〇${"一二三四"[at % 4] ?? ""}`,
  branch: BRANCHES[at % BRANCHES.length] ?? BRANCHES[0],
}));

/** The roster as WPS puts it on the clipboard: a branch in cells that reach down, an identity number nobody wants. */
export const ROSTER_HTML = `<table><tr><td colspan=4>青禾社区党员花名册</td></tr>
<tr><td>序号</td><td>所在支部</td><td>姓　名</td><td>身份证号</td></tr>${BRANCHES.map((branch) => {
  const own = PEOPLE.filter((one) => one.branch === branch);
  return own
    .map(
      ({ name }, at) =>
        `<tr><td>${at + 1}</td>${at === 0 ? `<td rowspan=${own.length}>${branch}</td>` : ""}<td>${name}</td><td>110101190001010${String(at).padStart(3, "0")}</td></tr>`,
    )
    .join("");
}).join("")}</table>`;

/** The month before a day: its nine days of showing. */
export const showingDays = (today: string): readonly string[] => {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 2, 1));
  const before = first.toISOString().slice(0, 7);
  return [2, 5, 6, 9, 12, 16, 19, 23, 26].map((day) => `${before}-${String(day).padStart(2, "0")}`);
};
