import type { PortalsDoor, PortalsState, RuleRow } from "@dianbo/pwa/app";
import type { Clock } from "@dianbo/shared/clock";
import { isWithinHost } from "@dianbo/shared/portal-list";
import { activeRules, builtInRules } from "@dianbo/shared/portal-rule";
import { err, ok } from "@dianbo/shared/result";
import { askLeave } from "../clipping/host-leave.ts";
import { HEALTH_KEY, readHealth, troubleOf } from "./rule-health.ts";
import {
  keepRules,
  putFormerBack,
  type RuleShelf,
  readRuleShelf,
  removeRule,
  SHELF_KEY,
  switchRule,
} from "./rule-shelf.ts";

/** The host of a pattern of leave, `*` for all hosts. */
const hostOfOrigin = (origin: string): string =>
  /^(?:\*|https?):\/\/([^/:]+)/u.exec(origin)?.[1] ?? (origin === "<all_urls>" ? "*" : "");

const rowsOf = ({ fromOutside, switchedOff }: RuleShelf): readonly RuleRow[] => {
  const outside = fromOutside.map(({ rule }) => rule);
  return activeRules(builtInRules(), outside, []).map((rule) => {
    const from = fromOutside.find((one) => one.rule === rule);
    return {
      rule,
      signer:
        from === undefined
          ? undefined
          : { publisher: from.publisher, publisherKey: from.publisherKey },
      isOn: !switchedOff.includes(rule.id),
    };
  });
};

const readState = async (): Promise<PortalsState> => {
  const [shelf, health, { origins }] = await Promise.all([
    readRuleShelf(),
    readHealth(),
    chrome.permissions.getAll(),
  ]);
  const rules = rowsOf(shelf);
  const leave = [...new Set((origins ?? []).map(hostOfOrigin))].filter((host) => host !== "");
  const troubles = health.flatMap((one) => {
    const inForce = rules.find(({ rule }) => rule.id === one.rule);
    const isJudged = inForce?.isOn === true && inForce.rule.version === one.version;
    return isJudged ? (troubleOf(one) ?? []) : [];
  });
  return { rules, signers: shelf.signers, troubles, leave };
};

const giveBack = async (hosts: readonly string[], keep: readonly string[]): Promise<void> => {
  const { origins = [] } = await chrome.permissions.getAll();
  const isUnder = (origin: string, among: readonly string[]): boolean =>
    among.some((wide) => isWithinHost(hostOfOrigin(origin), wide));
  const given = origins.filter((origin) => isUnder(origin, hosts) && !isUnder(origin, keep));
  if (given.length > 0) await chrome.permissions.remove({ origins: given });
};

/** What the portals' room of the app inside the extension may see and do. */
export const openPortalsDoor = (clock: Clock): PortalsDoor => {
  const listeners = new Set<() => void>();
  let state: PortalsState | undefined;
  const reread = async (): Promise<void> => {
    state = await readState();
    for (const listener of listeners) listener();
  };
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && (SHELF_KEY in changes || HEALTH_KEY in changes)) void reread();
  });
  chrome.permissions.onAdded.addListener(() => void reread());
  chrome.permissions.onRemoved.addListener(() => void reread());
  void reread();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: askLeave,
    giveBack,
    takeRules: async (rules, signer) => {
      try {
        await keepRules(rules, signer, clock.now());
        return ok(null);
      } catch (error) {
        const message = error instanceof Error ? error.message : "";
        return err({ type: /quota|disk|space/iu.test(message) ? "disk-full" : "not-stored" });
      }
    },
    undoTaking: putFormerBack,
    switchRule,
    removeRule,
  };
};
