import type { Changes } from "@dianbo/shared/changes";
import { ok } from "@dianbo/shared/result";
import {
  addRules,
  addSession,
  callOff,
  changeRuleFrom,
  editSession,
  endRule,
  type RuleFields,
  removeSession,
  type Session,
  type SessionEdits,
} from "@dianbo/shared/session";
import { useDependencies } from "../../app/library-context.tsx";
import { scheduleOf } from "../../app/site-records.ts";
import { useAct } from "../../app/use-act.ts";
import type { Workbench } from "../../storage/index.ts";
import type { ReadDraft } from "./session-draft.ts";

/** Everything that the form writes; each answers whether it was kept. */
export const useSaving = () => {
  const { newId } = useDependencies();
  const { act } = useAct();
  const run = (command: (bench: Workbench) => Changes): Promise<boolean> =>
    act((bench) => ok(command(bench)));
  const nothing = (type: string): Changes => ({ label: { type }, puts: [] });
  return {
    create: ({ fields, rules }: ReadDraft) =>
      run(() =>
        rules.length === 0 ? addSession(fields, newId).changes : addRules(rules, newId).changes,
      ),
    editOne: (session: Session, edits: SessionEdits) =>
      run(({ snapshot }) => editSession(session, edits, snapshot.records.get(session.id))),
    editFrom: (session: Session, edits: SessionEdits) =>
      run(({ snapshot, identity }) => {
        const schedule = scheduleOf(snapshot.records, identity.site);
        const rule = session.rule === undefined ? undefined : schedule.rules.get(session.rule);
        if (rule === undefined || session.occurs === undefined) return nothing("edit-session");
        const { date: _date, cancelled: _cancelled, ...rest } = edits;
        const fields: Partial<RuleFields> = rest;
        const recordOf = (id: Session["id"]) => snapshot.records.get(id);
        return changeRuleFrom(rule, session.occurs, fields, schedule, recordOf, newId);
      }),
    callOff: (session: Session, cancelled: boolean) =>
      run(({ snapshot }) => callOff(session, cancelled, snapshot.records.get(session.id))),
    remove: (session: Session) =>
      run(({ snapshot }) => {
        const record = snapshot.records.get(session.id);
        return record === undefined ? nothing("remove-session") : removeSession(session, record);
      }),
    endFrom: (session: Session) =>
      run(({ snapshot, identity }) => {
        const schedule = scheduleOf(snapshot.records, identity.site);
        const rule = session.rule === undefined ? undefined : schedule.rules.get(session.rule);
        if (rule === undefined || session.occurs === undefined) return nothing("end-session-rule");
        return endRule(rule, session.occurs, schedule, (id) => snapshot.records.get(id));
      }),
  };
};
