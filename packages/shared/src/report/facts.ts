import type { CivilDate } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import type { DownloadEntry, RegisteredShowing } from "../ledger/index.ts";
import type { Ledgers } from "../ledger-book/index.ts";
import type { Question } from "../question/index.ts";
import type { RollCount } from "../roll-call/index.ts";
import type { Branch } from "../session/index.ts";
import type { WishRow, WishStanding } from "../wish/index.ts";
import type { LearningUse } from "./learning-use.ts";

/** What a report is told from: the site's books as they stand. Nothing in it names anybody. */
export interface ReportFacts {
  readonly showings: readonly RegisteredShowing[];
  readonly rolls: readonly RollCount[];
  readonly downloads: Iterable<DownloadEntry>;
  readonly wishes: readonly { readonly row: WishRow; readonly standing: WishStanding }[];
  readonly items: ReadonlyMap<RecordId, Courseware>;
  readonly ledgers: Ledgers;
  readonly uses: readonly LearningUse[];
  readonly questions: readonly Question[];
  readonly branches: readonly Branch[];
  /** Whose showing a session was; `undefined` where it was everybody's. */
  readonly branchOf: (session: RecordId) => RecordId | undefined;
  /** The site's present day: what lies after it has not come yet. */
  readonly today: CivilDate;
}
