import type { Instant } from "@dianbo/shared/clock";
import type { PortalRule } from "@dianbo/shared/portal-rule";
import type { Result } from "@dianbo/shared/result";

/** Who signed rules that came from outside. */
export interface RuleSigner {
  /** The name that the file gives; only the key says who that really is. */
  readonly publisher: string;
  /** Ed25519 key in hexadecimal. */
  readonly publisherKey: string;
}

/** A rule of this browser; of several with one id the one that holds, or would if it were on. */
export interface RuleRow {
  readonly rule: PortalRule;
  /** Who signed it; `undefined` for one that ships with the product. */
  readonly signer: RuleSigner | undefined;
  readonly isOn: boolean;
}

/** What a rule names on its own hosts and no longer finds there. */
export type RuleMiss = "title" | "body" | "media" | "address";

/** A rule that stopped matching: the portal has probably changed. */
export interface RuleTrouble {
  readonly rule: string;
  readonly since: Instant;
  readonly missing: readonly RuleMiss[];
}

/** Everything about portals that this browser holds: leave, rules, and how the rules fare. */
export interface PortalsState {
  readonly rules: readonly RuleRow[];
  /** Keys that somebody has trusted here before, under the name they had. */
  readonly signers: readonly RuleSigner[];
  readonly troubles: readonly RuleTrouble[];
  /** Hosts the browser gives leave for, exact or `*.suffix`; `*` for all. */
  readonly leave: readonly string[];
}

/** Rules could not be kept; those from before still hold. */
export interface RulesNotKept {
  readonly type: "disk-full" | "not-stored";
}

/**
 * What the extension knows of portals, for the app inside it. Hosts are given as a rule names them:
 * `people.com.cn`, `*.people.com.cn`.
 */
export interface PortalsDoor {
  /** The same object until something changes; `undefined` while it is read. */
  state(): PortalsState | undefined;
  subscribe(listener: () => void): () => void;
  /** Asks for leave; call it in the click itself, for the browser asks. `false` where it was refused. */
  ask(hosts: readonly string[]): Promise<boolean>;
  /** Gives back all leave that lies within these hosts, except what lies within those to keep. */
  giveBack(hosts: readonly string[], keep: readonly string[]): Promise<void>;
  /** Keeps rules of a file whose signature held, and remembers its key. */
  takeRules(rules: readonly PortalRule[], signer: RuleSigner): Promise<Result<null, RulesNotKept>>;
  /** Puts back the rules as they were before the last file was taken. */
  undoTaking(): Promise<void>;
  switchRule(id: string, isOn: boolean): Promise<void>;
  /** Removes a rule from outside; one of the same id that ships with the product holds again. */
  removeRule(id: string): Promise<void>;
}
