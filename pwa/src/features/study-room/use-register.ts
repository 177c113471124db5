import type { FieldPut } from "@dianbo/shared/changes";
import type { Courseware } from "@dianbo/shared/courseware";
import { newRecordId, type RecordId } from "@dianbo/shared/identity";
import { type PlayedTime, recordPlayback, recordPlaybackEnd } from "@dianbo/shared/ledger";
import { ok } from "@dianbo/shared/result";
import { useDependencies } from "../../app/library-context.tsx";
import { note } from "./note.ts";
import type { RoomEvent } from "./room-state.ts";

/** The playback register as the room writes it: a line when something begins, its minutes as they run. */
export interface RoomRegister {
  /** Begins a line, with the menu that it was played from; answers the line's id at once. */
  readonly begin: (item: Courseware, menu: RecordId | undefined) => RecordId;
  /** Writes how long the line has really played so far; the last word holds. */
  readonly played: (line: RecordId, item: Courseware, time: PlayedTime) => void;
}

/** Writes the playback register; what cannot be kept is said at the foot, and the film goes on. */
export const useRegister = (send: (event: RoomEvent) => void): RoomRegister => {
  const { library, clock, newId } = useDependencies();
  const write = async (name: string, puts: readonly FieldPut[]): Promise<boolean> => {
    const label = { type: "record-playback", name } as const;
    const kept = await library.apply(() => ok({ label, puts: [...puts] }), { undoable: false });
    if (kept.ok) return true;
    send({ type: "say", saying: { type: "not-kept" } });
    note((log) => log.failed(kept.error.type));
    return false;
  };
  const begin = (item: Courseware, menu: RecordId | undefined): RecordId => {
    const line = newRecordId(newId);
    const now = clock.now();
    const { site } = library.identity();
    void import("./session-now.ts")
      .then(({ sessionNow }) => sessionNow(library.snapshot(), { site, menu, now }))
      // A calendar that cannot be read costs the session's name, not the line.
      .catch(() => undefined)
      .then((session) =>
        write(
          item.title,
          recordPlayback(item, now, () => line, { menu, session }),
        ),
      )
      .then((kept) => {
        if (kept) send({ type: "listed", title: `${item.number ?? ""} ${item.title}`.trim() });
      });
    return line;
  };
  return {
    begin,
    played: (line, item, time) => void write(item.title, recordPlaybackEnd(line, time)),
  };
};
