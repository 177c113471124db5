import { CATEGORY_NAMES } from "@dianbo/shared/category";
import type { CheckRhythm } from "@dianbo/shared/channel";
import { civilDateOf } from "@dianbo/shared/clock";
import { ArrowLeft, ShieldAlert, ShieldCheck, ShieldQuestionMark } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { DigitBlock } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import type { LookedAt } from "../../storage/channels/index.ts";
import { isTrusted, ReleaseConsequences } from "./release-consequences.tsx";
import css from "./release-preview.module.css";
import { ReleaseRows } from "./release-rows.tsx";

const SHIELDS = {
  unsigned: ShieldAlert,
  first: ShieldQuestionMark,
  told: ShieldCheck,
  known: ShieldCheck,
  "known-site": ShieldCheck,
  pinned: ShieldCheck,
  changed: ShieldAlert,
} as const;

/** What a release is, before it is subscribed to or updated: who made it, how much of what, what is new. */
export const ReleasePreview = ({
  looked,
  rhythm: held,
  take,
  leave,
}: {
  readonly looked: LookedAt;
  /** How often the channel looks for news by itself, where it is subscribed to. */
  readonly rhythm: CheckRhythm | undefined;
  /** Takes it in; how often it looks from now on, where that was asked. */
  readonly take: (rhythm: CheckRhythm | undefined) => Promise<void>;
  readonly leave: () => void;
}) => {
  const { channels: words } = useWords();
  const [busy, setBusy] = useState(false);
  // Who subscribes to what lies on the web wants its news; the choice stands before the button.
  const [rhythm, setRhythm] = useState<CheckRhythm>("daily");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { index, standing, key, counts, unfiled, fresh, changed, gone } = looked;
  const { held: heldRelease } = looked;
  const update = standing !== "subscribe";
  const isAsked = looked.address !== undefined && held === undefined;
  const facts = words.facts(index.publisher.name, index.release, civilDateOf(index.publishedAt));
  return (
    <main className="main">
      <div className="head">
        <Button look="text" aria-label={words.back} onClick={leave}>
          <Icon of={ArrowLeft} />
        </Button>
        <h1 ref={heading} tabIndex={-1} className={css.heading}>
          {update ? words.previewUpdate : words.preview}
        </h1>
        <span className="dim clip" title={`《${index.name}》${facts}`}>
          《{index.name}》{facts}
        </span>
        <span className={`end st ${isTrusted(key) ? "ok" : "warn"} ${css.key ?? ""}`}>
          <Icon of={SHIELDS[key]} />
          {words.keys[key]}
        </span>
      </div>
      <div className={css.columns}>
        <section className={`sheet ${css.list ?? ""}`} aria-label={words.preview}>
          <ul className={css.counts}>
            <li>
              <b className="n">{index.items}</b>
              <span>{words.counts.all}</span>
            </li>
            {heldRelease === undefined
              ? null
              : (["fresh", "changed", "gone"] as const).map((kind) => (
                  <li key={kind}>
                    <b className="n">{looked[kind].count}</b>
                    <span>{words.counts[kind]}</span>
                  </li>
                ))}
          </ul>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be scrolled by keys */}
          <div className={css.scroll} tabIndex={0} role="region" aria-label={words.byCategory}>
            <h2>{words.byCategory}</h2>
            <ul className={css.categories}>
              {counts.map(([category, count]) => (
                <li key={category}>
                  <DigitBlock digit={category} />
                  {CATEGORY_NAMES[category]}
                  <b className="n end">{count}</b>
                </li>
              ))}
              {unfiled === 0 ? null : (
                <li>
                  {words.unfiled}
                  <b className="n end">{unfiled}</b>
                </li>
              )}
            </ul>
            {heldRelease !== undefined && fresh.count + changed.count + gone.count === 0 ? (
              <p>{words.noDifference}</p>
            ) : null}
            <ReleaseRows looked={looked} />
          </div>
        </section>
        <ReleaseConsequences
          looked={looked}
          busy={busy}
          {...(isAsked ? { rhythm, setRhythm } : {})}
          take={() => {
            setBusy(true);
            void take(isAsked ? rhythm : undefined);
          }}
          leave={leave}
        />
      </div>
    </main>
  );
};
