import { BookOpen, Compass, Inbox, Truck } from "lucide-react";
import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import { Route, Router, Switch } from "wouter";
import { Icon } from "../design/icon.tsx";
import { Mark } from "../design/mark.tsx";
import { useWords } from "../locales/index.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import type { LibraryPlace } from "./homes.ts";
import type { WaitingRow } from "./inbox-source.ts";
import { useDependencies } from "./library-context.tsx";
import { Opening } from "./opening.tsx";
import { useRoomLocation } from "./room-search.ts";
import css from "./shell.module.css";

const InboxRoom = lazy(async () => ({
  default: (await import("../features/inbox/index.ts")).InboxRoom,
}));
const DownloadsRoom = lazy(async () => ({
  default: (await import("../features/downloads/index.ts")).DownloadsRoom,
}));
const DownloadsPrint = lazy(async () => ({
  default: (await import("../features/downloads/index.ts")).DownloadsPrint,
}));
const RulesRoom = lazy(async () => ({
  default: (await import("../features/portals/index.ts")).RulesRoom,
}));
const DoorRoom = lazy(async () => ({
  default: (await import("../features/elsewhere/index.ts")).DoorRoom,
}));
const MoveRoom = lazy(async () => ({
  default: (await import("../features/elsewhere/index.ts")).MoveRoom,
}));

const NO_ROWS: readonly WaitingRow[] = [];
const noRows = (): readonly WaitingRow[] => NO_ROWS;
const never = () => () => undefined;

/** The few doors that are left: the book's, the inbox's, the move's. */
const ElsewhereRail = ({ path }: { readonly path: string }) => {
  const { shell, elsewhere } = useWords();
  const { inbox } = useDependencies();
  const rows = useSyncExternalStore(inbox?.subscribe ?? never, inbox?.rows ?? noRows) ?? NO_ROWS;
  const room = path.startsWith("/downloads") ? "/inbox" : path;
  const here = (route: string) =>
    (room === "/inbox" || room === "/portals" || room === "/move" ? room : "/") === route
      ? ({ className: "on", "aria-current": "page" } as const)
      : ({ className: undefined } as const);
  return (
    <nav className={`rail ${css.rail ?? ""}`} aria-label={elsewhere.rooms}>
      <div className="brand">
        <Mark />
        {shell.product}
      </div>
      <a href="#/" {...here("/")}>
        <Icon of={BookOpen} />
        {elsewhere.theBook}
      </a>
      {inbox === undefined ? null : (
        <>
          <a href="#/inbox" {...here("/inbox")}>
            <Icon of={Inbox} />
            {shell.inbox}
            {rows.length === 0 ? null : <span className="n">{rows.length}</span>}
          </a>
          <a href="#/portals" {...here("/portals")}>
            <Icon of={Compass} />
            {shell.portals}
          </a>
          <a href="#/move" {...here("/move")}>
            <Icon of={Truck} />
            {elsewhere.toMove}
          </a>
        </>
      )}
    </nav>
  );
};

const Rooms = ({ place }: { readonly place: Extract<LibraryPlace, { at: "there" }> }) => {
  const [path] = useRoomLocation();
  const { home, inbox } = useDependencies();
  return (
    <div className="app">
      <ElsewhereRail path={path} />
      <div className={css.side}>
        <ErrorBoundary place={path} home={home}>
          <Suspense fallback={<Opening />}>
            <Switch>
              <Route path="/inbox" component={InboxRoom} />
              {inbox?.downloads === undefined ? null : (
                <Route path="/downloads" component={DownloadsRoom} />
              )}
              {inbox?.downloads === undefined ? null : (
                <Route path="/downloads/print" component={DownloadsPrint} />
              )}
              {inbox?.portals === undefined ? null : (
                <Route path="/portals" component={RulesRoom} />
              )}
              <Route path="/move" component={MoveRoom} />
              <Route>
                <DoorRoom place={place} />
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </div>
    </div>
  );
};

/** The shell of a home whose book is in another home on this PC: a door, and no second series of numbers. */
export const ElsewhereShell = ({
  place,
}: {
  readonly place: Extract<LibraryPlace, { at: "there" }>;
}) => {
  // A move that ends under this page changes the place; the page is opened anew by whoever moved.
  const [shown] = useState(place);
  return (
    <Router hook={useRoomLocation}>
      <Rooms place={shown} />
    </Router>
  );
};
