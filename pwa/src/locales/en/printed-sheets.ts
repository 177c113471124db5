import type { printedSheets as source } from "../zh-CN/printed-sheets.ts";

const dateOf = (date: string): Date => new Date(`${date}T00:00:00Z`);

const shown = (date: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(dateOf(date));

const hour = (minutes: number): string => {
  const full = Math.floor(minutes / 60);
  return `${full % 12 === 0 ? 12 : full % 12}:${String(minutes % 60).padStart(2, "0")} ${full < 12 ? "am" : "pm"}`;
};

const monthDay = (date: string): string => shown(date, { day: "numeric", month: "long" });

/** Words of the single sheets. */
export const printedSheets: typeof source = {
  title: "Print the book",
  back: "Back to the book",
  preview: "As it will be printed",
  print: "Print",
  hint: "In the print window choose no margins and a scale of 100 %.",
  hintA3: "In the print window choose A3 paper, no margins and a scale of 100 %.",
  notKept:
    "The numbers could not be marked as printed; the paper prints all the same. Please print again later.",
  nothing: "Nothing to print yet. Once items are filed and numbered, they stand here.",
  edition: (number) => `Edition ${number}`,
  sheetOf: (place, pages) => `Sheet ${place} of ${pages}`,
  continued: " (continued)",
  room: (site) => (site === "" ? "Study room" : `${site} study room`),
  menus: "Set menus",
  minutes: (minutes) => `${minutes} min`,
  minutesLong: "minutes",
  date: (date) => shown(date, { day: "numeric", month: "long", year: "numeric" }),
  day: (date) => shown(date, { weekday: "short", day: "numeric", month: "long" }),
  weekday: (date) => shown(date, { weekday: "long" }),
  monthOf: (date) => shown(date, { month: "short" }),
  dayOf: (date) => String(dateOf(date).getUTCDate()),
  hour,
  saveDocx: "Save as a Word document",
  saveXlsx: "Save as a spreadsheet",
  saving: {
    idle: "WPS, Word and Excel open it.",
    writing: "Saving…",
    saved: "Saved. It is in your Downloads folder.",
    failed: "Not saved, most likely for want of memory. Close other programs and save again.",
  },
  wall: {
    name: "Wall sheet",
    title: "Say the number you want",
    titleFurther: "Say the number you want (continued)",
    paper: "Paper",
    papers: { a3: "A3, one sheet", two: "A4, two joined", four: "A4, four joined (large)" },
    blanks: "Blank rows a shelf",
    blankCount: (count) => (count === 0 ? "none" : count === 1 ? "1 row" : `${count} rows`),
    open: "Top right says",
    openExample: "Every 6th, 16th, 26th at 7 pm",
    about: (sheets, paper) => {
      if (paper === "a3") return sheets === 1 ? "1 sheet of A3." : `${sheets} sheets of A3.`;
      const pieces = paper === "two" ? 2 : 4;
      return `${sheets * pieces} sheets of A4, ${pieces} to a wall sheet. Cut along the dashes and paste over the white edge.`;
    },
    goesOn: { left: "(from the left)", before: "(from the sheet before)" },
    minutesRight: "Minutes stand at the right",
    piece: (sheet, row, column) => `Sheet ${sheet} · row ${row}, piece ${column}`,
  },
  cards: {
    name: "Menu cards",
    which: "Which ones",
    cardName: (number, name) => `Set menu ${number}, ${name}`,
    sayThis: "Say this number",
    talk: "Talk about it",
    foot: "Or ask for one item by its four digits",
    about: (cards, sheets) =>
      `${cards === 1 ? "1 menu" : `${cards} menus`}, ${sheets === 1 ? "1 sheet" : `${sheets} sheets`} of A4, cut in the middle.`,
    nothing: "No set menus yet.",
    make: "Make one",
    fileName: "Set menus",
  },
  slip: {
    name: "Copying slip",
    heading: "Copying slip",
    lead: "Write each into its blank row, and tick it.",
    write: "write: ",
    book: "Book",
    wallSheet: "Wall",
    board: "Board",
    noRow: "no row",
    strip: "strip",
    strips: "Strips to paste on the wall sheet",
    stripsHow: "Cut along the lines and paste at the end of the shelf, in the order of numbers.",
    about: (rows, edition) =>
      rows === 0
        ? `Nothing to copy since edition ${edition}.`
        : `${rows === 1 ? "1 item" : `${rows} items`} to copy by hand since edition ${edition}.`,
    withStrips: (strips) =>
      `${strips === 1 ? "One has" : `${strips} have`} no row on the wall: strips are on a page of their own.`,
    noRowCount: (count) => `${count === 1 ? "One has" : `${count} have`} no row in the book:`,
    supplement: "print a supplement",
    never:
      "The book has never been printed. Print an edition first; what comes later is copied by hand.",
    oldEdition:
      "The last edition did not keep what stood in it. Print another, and what comes later knows its row.",
    printBook: "Print the book",
    copied: "All copied",
    copiedHint: "After that these numbers never move, and the next slip leaves them out.",
    boardText: "On the blackboard",
    speakerText: "Over the loudspeaker",
    copyText: "Copy",
    copiedText: "Copied",
    selectText: "Selected: press Ctrl+C",
    blackboard: (items) =>
      items.length === 0
        ? ""
        : [
            "New in the study room",
            ...items.map(
              ({ number, title, minutes }) =>
                `${number} ${title}${minutes === 0 ? "" : ` ${minutes} min`}`,
            ),
            "Just say the number",
          ].join("\n"),
    loudspeaker: (items) =>
      items.length === 0
        ? ""
        : `Dear neighbours, the study room has ${items.length === 1 ? "a new item" : `${items.length} new items`}. ${items
            .map(
              ({ number, title, minutes }) =>
                `${[...String(number)].join(" ")}: ${title}${minutes === 0 ? "" : `, ${minutes} minutes`}. `,
            )
            .join("")}Come and say the number you want.`,
    written: {
      heading: "Already written in the book",
      why: "Somebody wrote it into a blank row with a pen first: the number follows the book.",
      number: "In which row",
      which: "Which item",
      choose: "Choose one",
      keep: "Use this number",
      option: (number, title) =>
        number === undefined ? `not filed · ${title}` : `${number} · ${title}`,
      done: (number, title) => `“${title}” now has ${number}.`,
      failures: {
        "not-a-number":
          "That is no programme number. Look at the four digits printed before the row.",
        "number-taken": (number) =>
          `People were told ${number} for another item. Cross it out and use another blank row.`,
        "no-blank-row": (number) => `No book has a row ${number} yet. Is there a digit too many?`,
        "shelf-full": "This shelf has no numbers left.",
        failed: "That was not kept. Press again.",
      },
      none: "Every item's number is settled already.",
    },
  },
  notice: {
    name: "Preview notice",
    heading: "What's on",
    range: "Which days",
    ranges: { week: "7 days", fortnight: "14 days", month: "a month" },
    from: "From",
    size: "Paper",
    phoneLabel: "Office phone",
    hostLabel: "Hosted by",
    menu: (name, minutes) => (minutes === 0 ? name : `${name}, ${minutes} minutes in all`),
    total: (minutes) => (minutes === 0 ? "" : `${minutes} minutes in all`),
    item: (title, minutes) => (minutes === 0 ? title : `${title}, ${minutes} minutes`),
    broadcast: (name, channel) =>
      channel === undefined ? `Live: ${name}` : `Live: ${name} (${channel})`,
    open: "To be decided together",
    mustPlay: "must-play",
    askHeading: (ways) => `Something else? ${ways === 1 ? "One way" : `${ways} ways`} to ask`,
    askNumber: "Say a number when you come; they are on the wall sheet",
    askBook: "Write it into the wish book at the door",
    askPhone: (phone) => `Ring the office, ${phone}, in working hours`,
    phone: (phone) => `Office phone: ${phone}`,
    host: (host) => `Hosted by ${host}`,
    when: (from, to) => {
      if (from === undefined || to === undefined) return "Nothing planned";
      return from === to ? monthDay(from) : `${monthDay(from)} to ${monthDay(to)}`;
    },
    columns: { day: "Day", hour: "Time", place: "Place", content: "What is shown" },
    about: (showings, pages) =>
      `${showings === 1 ? "1 session" : `${showings} sessions`}, ${pages === 1 ? "1 sheet" : `${pages} sheets`}.`,
    nothing: "No session is planned for these days.",
    plan: "Plan one",
    extra: "A notice without a planned session",
    extraMenu: "Which menu",
    extraDate: "Day",
    extraHour: "Time",
    extraPlace: "Place",
    extraAdd: "Add to the notice",
    extraRemove: "Take it off again",
    picture: "Save as a picture for WeChat",
    pictureSaved: "Picture saved. It is in your Downloads folder.",
    pictureFailed: "The picture was not saved. If the notice is very long, choose fewer days.",
    pictureFoot: "Just say the number when you come",
    fileName: "Preview notice",
  },
  list: {
    name: "Programme list",
    book: "On-demand book",
    columns: {
      number: "Number",
      title: "Title",
      minutes: "Minutes",
      category: "Category",
      audience: "For whom",
      played: "Times played",
      menuNumber: "Menu",
      menu: "Name",
      inside: "Items",
      total: "Minutes in all",
    },
    about: (rows, pages) =>
      `${rows === 1 ? "1 item" : `${rows} items`}, ${pages === 1 ? "1 sheet" : `${pages} sheets`} of A4.`,
    fileName: "Programme list",
  },
};
