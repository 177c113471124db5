/** What the writer adds to an act, apart from the writer: the study room, which keeps nothing, does not load it. */
export { logDownloads } from "@dianbo/shared/ledger";
