import type { settings as source } from "../zh-CN/settings.ts";

/** Words of the settings. */
export const settings: typeof source = {
  title: "Settings",
  kept: "All changes are kept",
  siteName: "Name of the site",
  siteNameHint: "Printed in the book's footer and shown in the study room",
  siteNameExample: "for example: Qinghe community site",
  post: "Who is at the keyboard",
  postName: (post) => `Post ${post}`,
  language: "Language",
  chinese: "中文",
  english: "English",
  textSize: "Text size",
  normal: "Normal",
  large: "Large",
  sample: "Samples",
  sampleHint: "86 sample items and 10 set menus, all marked; one press removes them",
  loadSample: "Load the samples",
  removeSample: "Remove the samples",
  storage: "Where things are kept",
  storageHere: "Courseware is kept in this browser. ",
  storageExtension:
    "Courseware is kept in the extension and never cleared by the browser. Removing the extension removes the book.",
  persisted: "The browser has promised to keep it.",
  notPersisted: "The browser has not promised to keep it; when the disk runs low it may clear it.",
  askPersist: "Ask the browser to keep it",
  refused:
    "The browser did not promise. Everything is here; install Dianbo as an app and try again.",
  target: "Download days a week",
  targetHint: "The site's own figure; the downloads page mentions it, nothing more",
  height: "Picture height",
  heightHint:
    "Where a portal offers several, the clearest one up to this is fetched. 720 is enough for the study room and easy on an old PC",
  heightOf: (pixels) => `${pixels}p`,
  helper: "When something is wrong",
  helperHint: "Tells whoever helps you what was done lately and what failed",
  helperShow: "For whoever helps you",
  about: "About",
  version: (version) => `Dianbo ${version}`,
  noNetwork: "Needs no network, counts nothing, sends nothing anywhere.",
};
