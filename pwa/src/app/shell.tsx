import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from "react";
import { Route, Router, Switch } from "wouter";
import { Button } from "../design/button.tsx";
import { useWords } from "../locales/index.ts";
import { isUpdateWaiting, subscribeToUpdates } from "../offline/index.ts";
import type { Notices } from "./announced-library.ts";
import { ArrivalsLine } from "./arrivals-line.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { useDependencies } from "./library-context.tsx";
import { NoticeLine } from "./notice-line.tsx";
import { Opening } from "./opening.tsx";
import { Rail } from "./rail.tsx";
import { useRoomLocation, useSearchKey } from "./room-search.ts";
import css from "./shell.module.css";
import type { Supersession } from "./supersession.ts";
import { useUndoKeys } from "./undo-keys.ts";
import { useFirstRun } from "./use-first-run.ts";

const TodayRoom = lazy(async () => ({
  default: (await import("../features/today/index.ts")).TodayRoom,
}));
const InboxRoom = lazy(async () => ({
  default: (await import("../features/inbox/index.ts")).InboxRoom,
}));
const DownloadsRoom = lazy(async () => ({
  default: (await import("../features/downloads/index.ts")).DownloadsRoom,
}));
const DownloadsPrint = lazy(async () => ({
  default: (await import("../features/downloads/index.ts")).DownloadsPrint,
}));
const LibraryRoom = lazy(async () => ({
  default: (await import("../features/library/index.ts")).LibraryRoom,
}));
const AddingRoom = lazy(async () => ({
  default: (await import("../features/adding/index.ts")).AddingRoom,
}));
const ItemRoom = lazy(async () => ({
  default: (await import("../features/item/index.ts")).ItemRoom,
}));
const SetMenusRoom = lazy(async () => ({
  default: (await import("../features/set-menus/index.ts")).SetMenusRoom,
}));
const SetMenuRoom = lazy(async () => ({
  default: (await import("../features/set-menus/index.ts")).SetMenuRoom,
}));
const SetMenuCover = lazy(async () => ({
  default: (await import("../features/set-menus/index.ts")).SetMenuCover,
}));
const ProgrammeBookRoom = lazy(async () => ({
  default: (await import("../features/programme-book/index.ts")).ProgrammeBookRoom,
}));
const PrintRoom = lazy(async () => ({ default: (await import("./print-room.tsx")).PrintRoom }));
const HandoffRoom = lazy(async () => ({
  default: (await import("../features/handoff/index.ts")).HandoffRoom,
}));
const KeySheet = lazy(async () => ({
  default: (await import("../features/settings/index.ts")).KeySheet,
}));
const FirstRun = lazy(async () => ({
  default: (await import("../features/first-run/index.ts")).FirstRun,
}));
const MoveRoom = lazy(async () => ({
  default: (await import("../features/elsewhere/index.ts")).MoveRoom,
}));
const SharingRoom = lazy(async () => ({
  default: (await import("../features/sharing/index.ts")).SharingRoom,
}));
const ChannelsRoom = lazy(async () => ({
  default: (await import("../features/channels/index.ts")).ChannelsRoom,
}));
const ChannelRoom = lazy(async () => ({
  default: (await import("../features/channels/index.ts")).ChannelRoom,
}));
const ChannelCodeRoom = lazy(async () => ({
  default: (await import("../features/channels/index.ts")).ChannelCodeRoom,
}));
const HostRoom = lazy(async () => ({
  default: (await import("../features/channels/host/index.ts")).HostRoom,
}));
const SettleRoom = lazy(async () => ({
  default: (await import("../features/settle/index.ts")).SettleRoom,
}));
const MeetingRoom = lazy(async () => ({
  default: (await import("../features/meeting/index.ts")).MeetingRoom,
}));
const MeetingLine = lazy(async () => ({
  default: (await import("../features/meeting/index.ts")).MeetingLine,
}));
const MeetingSetting = lazy(async () => ({
  default: (await import("../features/meeting/index.ts")).MeetingSetting,
}));
const PortalsRoom = lazy(async () => ({
  default: (await import("../features/portals/index.ts")).PortalsRoom,
}));
const ScheduleRoom = lazy(async () => ({
  default: (await import("../features/schedule/index.ts")).ScheduleRoom,
}));
const PreFlightRoom = lazy(async () => ({
  default: (await import("../features/pre-flight/index.ts")).PreFlightRoom,
}));
const BadFilesLine = lazy(async () => ({
  default: (await import("../features/pre-flight/index.ts")).BadFilesLine,
}));
const RegisterRoom = lazy(async () => ({
  default: (await import("../features/register/index.ts")).RegisterRoom,
}));
const RegisterPrint = lazy(async () => ({
  default: (await import("../features/register/index.ts")).RegisterPrint,
}));
const LedgersRooms = lazy(async () => ({
  default: (await import("../features/ledgers/index.ts")).LedgersRooms,
}));
const NamesDueLine = lazy(async () => ({
  default: (await import("../features/ledgers/names-due.tsx")).NamesDueLine,
}));
const ReportsRooms = lazy(async () => ({
  default: (await import("../features/reports/index.ts")).ReportsRooms,
}));
const WishesRoom = lazy(async () => ({
  default: (await import("../features/wishes/index.ts")).WishesRoom,
}));
const TickListPrint = lazy(async () => ({
  default: (await import("../features/wishes/index.ts")).TickListPrint,
}));
const QuestionsRooms = lazy(async () => ({
  default: (await import("../features/questions/index.ts")).QuestionsRooms,
}));
const SettingsRoom = lazy(async () => ({
  default: (await import("../features/settings/index.ts")).SettingsRoom,
}));

const FirstRunDoor = lazy(async () => ({
  default: (await import("../features/first-run/index.ts")).FirstRunDoor,
}));
const BackupRoom = lazy(async () => ({
  default: (await import("../features/backup/index.ts")).BackupRoom,
}));
const KeepingRoom = lazy(async () => ({
  default: (await import("../features/book-folder/index.ts")).KeepingRoom,
}));
const MakeStickRoom = lazy(async () => ({
  default: (await import("../features/stick/index.ts")).MakeStickRoom,
}));
const OpenStickRoom = lazy(async () => ({
  default: (await import("../features/stick/index.ts")).OpenStickRoom,
}));
const FilmFoldersLine = lazy(async () => ({
  default: (await import("../features/adding/index.ts")).FilmFoldersLine,
}));
const FolderAsk = lazy(async () => ({
  default: (await import("../features/book-folder/index.ts")).FolderAsk,
}));
const SpaceLine = lazy(async () => ({
  default: (await import("../features/book-folder/index.ts")).SpaceLine,
}));
const BackupLine = lazy(async () => ({
  default: (await import("../features/backup/index.ts")).BackupLine,
}));
const BackupSetting = lazy(async () => ({
  default: (await import("../features/backup/index.ts")).BackupSetting,
}));

const UpdateLine = lazy(async () => ({ default: (await import("./update-line.tsx")).UpdateLine }));

/** The way from the first screen to a backup of this book. */
const BackupDoor = () => {
  const { backup: words } = useWords();
  return (
    <FirstRunDoor title={words.doorTitle} hint={words.doorHint}>
      <a className="btn" href="#/backup">
        {words.choose}
      </a>
    </FirstRunDoor>
  );
};

const Nowhere = () => {
  const { shell: words } = useWords();
  return (
    <main className="main">
      <div className="head">
        <h1>{words.nowhereTitle}</h1>
      </div>
      <p>
        {words.nowhere} <a href="#/">{words.toToday}</a>
      </p>
    </main>
  );
};

/** What this tab must say about newer versions, here or in another tab. */
const VersionLine = ({ supersession }: { readonly supersession: Supersession }) => {
  const { shell: words } = useWords();
  const superseded = useSyncExternalStore(supersession.subscribe, supersession.happened);
  const waiting = useSyncExternalStore(subscribeToUpdates, isUpdateWaiting);
  if (superseded) {
    return (
      <div className={`note warn ${css.version ?? ""}`} role="alert">
        <span className="grow">{words.superseded}</span>
        <Button onClick={() => location.reload()}>{words.openAgain}</Button>
      </div>
    );
  }
  return waiting ? (
    <Suspense>
      <UpdateLine />
    </Suspense>
  ) : null;
};

const useTitle = (path: string): void => {
  const { shell: words } = useWords();
  useEffect(() => {
    const [, room = ""] = path.split("/");
    document.title =
      room === "" || !Object.hasOwn(words.roomTitles, room)
        ? words.product
        : `${words.roomTitles[room] ?? ""} · ${words.product}`;
  }, [path, words]);
};

/** Readers start at the new room's beginning; a search box or field that took the focus keeps it. */
const useFocusOnRoom = (path: string) => {
  const side = useRef<HTMLDivElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (document.activeElement === null || document.activeElement === document.body) {
      side.current?.focus({ preventScroll: true });
    }
  }, [path]);
  return side;
};

const Rooms = ({
  notices,
  supersession,
}: {
  readonly notices: Notices;
  readonly supersession: Supersession;
}) => {
  const { library, home, arrivals, inbox } = useDependencies();
  const [path] = useRoomLocation();
  useTitle(path);
  useSearchKey();
  // The inbox takes back filing and the inbox's own row together; its room has the button for it.
  const inInbox = path.startsWith("/inbox") || path.startsWith("/handoff");
  useUndoKeys(library, !inInbox);
  const side = useFocusOnRoom(path);
  const firstRun = useFirstRun();
  // Only on the start page: a clip that comes in, or a door from outside, goes where it leads.
  if (path === "/" && firstRun.state !== "over") {
    return (
      <ErrorBoundary place={path} home={home}>
        <VersionLine supersession={supersession} />
        <Suspense fallback={<Opening />}>
          {firstRun.state === "first" ? (
            <FirstRun onPass={firstRun.pass} moreDoors={<BackupDoor />} />
          ) : (
            <Opening />
          )}
        </Suspense>
        <NoticeLine notices={notices} />
      </ErrorBoundary>
    );
  }
  return (
    <div className="app">
      <Rail path={path} />
      <div className={css.side} ref={side} tabIndex={-1}>
        <VersionLine supersession={supersession} />
        {arrivals !== undefined && (path === "/" || path.startsWith("/inbox")) ? (
          <ArrivalsLine arrivals={arrivals} />
        ) : null}
        <ErrorBoundary place={path} home={home}>
          <Suspense fallback={<Opening />}>
            <Switch>
              <Route path="/">
                <TodayRoom
                  asks={
                    <Suspense fallback={null}>
                      <FolderAsk />
                      <FilmFoldersLine />
                    </Suspense>
                  }
                  backup={
                    <Suspense fallback={null}>
                      <BadFilesLine />
                      <SpaceLine />
                      <NamesDueLine />
                      <MeetingLine />
                      <BackupLine />
                    </Suspense>
                  }
                />
              </Route>
              <Route path="/inbox" component={InboxRoom} />
              {inbox?.downloads === undefined ? null : (
                <Route path="/downloads" component={DownloadsRoom} />
              )}
              {inbox?.downloads === undefined ? null : (
                <Route path="/downloads/print" component={DownloadsPrint} />
              )}
              <Route path="/library" component={LibraryRoom} />
              <Route path="/library/add" component={AddingRoom} />
              <Route path="/library/:id">{({ id }) => <ItemRoom id={id} />}</Route>
              <Route path="/set-menus" component={SetMenusRoom} />
              <Route path="/set-menus/:id">{({ id }) => <SetMenuRoom id={id} />}</Route>
              <Route path="/set-menus/:id/cover">{({ id }) => <SetMenuCover id={id} />}</Route>
              <Route path="/book" component={ProgrammeBookRoom} />
              <Route path="/book/print/:kind?">{({ kind }) => <PrintRoom id={kind} />}</Route>
              <Route path="/schedule/:id?">
                {({ id }) => <ScheduleRoom {...(id === undefined ? {} : { id })} />}
              </Route>
              <Route path="/pre-flight/:menu?">{({ menu }) => <PreFlightRoom menu={menu} />}</Route>
              <Route path="/register/:month?">
                {({ month }) => <RegisterRoom key={month} month={month} />}
              </Route>
              <Route path="/register/print/:month">
                {({ month }) => <RegisterPrint month={month} />}
              </Route>
              <Route path="/ledgers/*?" component={LedgersRooms} />
              <Route path="/reports/*?" component={ReportsRooms} />
              <Route path="/wishes" component={WishesRoom} />
              <Route path="/wishes/print/:id">{({ id }) => <TickListPrint id={id} />}</Route>
              <Route path="/questions/*?" component={QuestionsRooms} />
              <Route path="/share/:way?">{({ way }) => <SharingRoom way={way} />}</Route>
              <Route path="/settle" component={SettleRoom} />
              <Route path="/channels" component={ChannelsRoom} />
              <Route path="/channels/:id">{({ id }) => <ChannelRoom id={id} />}</Route>
              <Route path="/channels/:id/code">{({ id }) => <ChannelCodeRoom id={id} />}</Route>
              <Route path="/channels/:id/host">{({ id }) => <HostRoom id={id} />}</Route>
              <Route path="/handoff" component={HandoffRoom} />
              <Route path="/move" component={MoveRoom} />
              <Route path="/meeting" component={MeetingRoom} />
              <Route path="/backup" component={BackupRoom} />
              <Route path="/keeping" component={KeepingRoom} />
              <Route path="/stick/:menu?">{({ menu }) => <MakeStickRoom menu={menu} />}</Route>
              <Route path="/open-stick" component={OpenStickRoom} />
              <Route path="/portals" component={PortalsRoom} />
              <Route path="/settings/key" component={KeySheet} />
              <Route path="/settings">
                <SettingsRoom backup={<BackupSetting />} meeting={<MeetingSetting />} />
              </Route>
              <Route component={Nowhere} />
            </Switch>
          </Suspense>
        </ErrorBoundary>
        {inInbox ? null : <NoticeLine notices={notices} />}
      </div>
    </div>
  );
};

/** The office shell: a rail on the desk, sheets beside it. */
export const Shell = (props: {
  readonly notices: Notices;
  readonly supersession: Supersession;
}) => (
  <Router hook={useRoomLocation}>
    <Rooms {...props} />
  </Router>
);
