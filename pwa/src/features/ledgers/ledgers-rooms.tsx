import { Route, Switch } from "wouter";
import { ArchiveRoom } from "./archive/archive-room.tsx";
import { BookPrint } from "./book-print.tsx";
import { BookRoom } from "./book-room.tsx";
import { LedgersRoom } from "./ledgers-room.tsx";
import { NamesRoom } from "./names-room.tsx";
import { PersonalProvider } from "./personal-context.tsx";
import { RepairSlip } from "./repair-slip.tsx";
import { RollPrint } from "./roll-print.tsx";
import { RollRoom } from "./roll-room.tsx";
import { RosterRoom } from "./roster-room.tsx";
import { GuidePrint, RulesPrint } from "./wall-papers.tsx";
import { WrittenPrint } from "./written/written-print.tsx";

/** All rooms under 台账: the books, the roll book, the rosters, how names are kept, papers for the wall. */
export const LedgersRooms = () => (
  <PersonalProvider>
    <Switch>
      <Route path="/ledgers/book/:book/:month?">
        {({ book, month }) => <BookRoom key={`${book} ${month}`} book={book} month={month} />}
      </Route>
      <Route path="/ledgers/print/:book/:month">
        {({ book, month }) => <BookPrint book={book} month={month} />}
      </Route>
      <Route path="/ledgers/roll-print/:branch/:month">
        {({ branch, month }) => <RollPrint branch={branch} month={month} />}
      </Route>
      <Route path="/ledgers/roll/:branch?">{({ branch }) => <RollRoom branch={branch} />}</Route>
      <Route path="/ledgers/rosters/:branch?">
        {({ branch }) => <RosterRoom branch={branch} />}
      </Route>
      <Route path="/ledgers/archive/:year?">
        {({ year }) => <ArchiveRoom key={year} year={year} />}
      </Route>
      <Route path="/ledgers/written/:book/:year?">
        {({ book, year }) => <WrittenPrint key={`${book} ${year}`} book={book} year={year} />}
      </Route>
      <Route path="/ledgers/repair/:row">{({ row }) => <RepairSlip row={row} />}</Route>
      <Route path="/ledgers/names" component={NamesRoom} />
      <Route path="/ledgers/rules" component={RulesPrint} />
      <Route path="/ledgers/guide" component={GuidePrint} />
      <Route component={LedgersRoom} />
    </Switch>
  </PersonalProvider>
);
