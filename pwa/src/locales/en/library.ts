import type { library as source } from "../zh-CN/library.ts";

const items = (count: number): string => `${count} ${count === 1 ? "item" : "items"}`;

/** Words of the library and search box. */
export const library: typeof source = {
  title: "Library",
  add: "Add courseware",
  search: "Find courseware",
  searchHint: "Title, pinyin initials, number",
  clear: "Clear the search",
  found: (count, parts) =>
    parts.length === 0 ? `${count} found` : `${count} found: ${parts.join(", ")}`,
  shelves: "Shelves",
  all: "All",
  list: "Courseware",
  columns: {
    tick: "Tick",
    number: "Number",
    title: "Title",
    kind: "Kind",
    minutes: "Min",
    played: "Played",
    last: "Last",
  },
  kinds: {
    video: "Video",
    film: "Film",
    audio: "Audio",
    article: "Article",
    document: "File",
    link: "Link",
  },
  played: (times) => (times === 0 ? "never" : `${times}×`),
  date: (month, day) => `${month}/${day}`,
  dateOfYear: (year, month) => `${year}/${month}`,
  tick: (title) => `Tick “${title}”`,
  sample: "Sample",
  pending: "Unsettled",
  unfiled: "Not filed",
  searchWays:
    "One digit shows a whole shelf, a number goes straight to its item; characters, pinyin and initials all work.",
  nothing: (query) => `Nothing found for “${query}”.`,
  didYouMean: "Did you mean",
  nothingTry:
    "Type fewer words, or only the pinyin initials; the first digits of a number work too.",
  nothingOnShelf: (name) => `None in ${name}, but other shelves have some.`,
  lookEverywhere: "Look on all shelves",
  emptyShelf: (name) => `${name} is still empty. Open a portal and press Alt+Shift+D to clip.`,
  empty:
    "No courseware yet. Install the extension, open a portal, press Alt+Shift+D; what is on this PC or on discs comes in by “Add courseware”.",
  emptyOr: "Or have a look first: the samples go away in one click.",
  loadSample: "Load samples",
  bulk: "Ticked courseware",
  selected: (count, minutes) => (minutes === 0 ? items(count) : `${items(count)}, ${minutes} min`),
  toMenu: "Into a menu",
  tags: "Tags",
  category: "Category",
  review: "Reviewed",
  unreview: "Not reviewed",
  remove: "Delete",
  clearSelection: "Clear",
  close: "Close",
  menuChoice: "Into which menu",
  menuMinutes: (total, session) => `${total}/${session} min`,
  noMenus: "No menus yet.",
  newMenuName: "Name of the new menu",
  makeMenu: "Create and add",
  tagChoice: "Tag for the ticked ones",
  addTag: "Add",
  removeTag: (tag) => `Remove “${tag}” from the ticked ones`,
  knownTags: "Tags in use",
  categoryChoice: "To which category",
  categoryNumbers: (kept, changed) => {
    if (changed === 0) return "These numbers were printed or played: they stay as they are.";
    const rest =
      "Numbers nobody has heard become numbers of the new shelf; the old ones stay empty.";
    return kept === 0 ? rest : `${items(kept)} printed or played keep their numbers. ${rest}`;
  },
  trash: (count) => `${items(count)} deleted`,
  trashTitle: "Deleted courseware",
  trashNote: "Their numbers stay empty; whatever comes back has its old number.",
  trashEmpty: "Nothing is deleted.",
  restore: "Bring back",
  restoreOf: (title) => `Bring back “${title}”`,
  restoreAll: "Bring all back",
  back: "Back to the library",
  damaged: (count) =>
    count === 1
      ? "1 row cannot be read; it is kept as it is."
      : `${count} rows cannot be read; they are kept as they are.`,
  damagedRow: (kind) =>
    ({
      courseware: "An item",
      "set-menu": "A set menu",
      "set-menu-entry": "A menu entry",
      playback: "A playback",
      edition: "An edition",
      portal: "A portal",
      "portal-column": "A column of a portal",
    })[kind] ?? "A row",
  damagedWhat: (problems) => `What does not fit: ${problems}`,
  shelfFull: "This shelf has no numbers left. Nothing was changed.",
};
