import { civilDateOf } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import { ExternalLink } from "lucide-react";
import { useSnapshot } from "../../app/library-context.tsx";
import { NumberTag, RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { webAddress } from "./item-fields.ts";
import css from "./item-room.module.css";

/** So many dates of showings are in sight; how many more there are is said. */
const SHOWN_PLAYBACKS = 8;

/** Where the item came from and which other numbers it has or had. */
export const Provenance = ({ item }: { readonly item: Courseware }) => {
  const { item: words } = useWords();
  const url = webAddress(item.source?.url);
  const former = item.formerNumbers ?? [];
  return (
    <section className={`sheet ${css.facts ?? ""}`} aria-label={words.from}>
      <h2>{words.from}</h2>
      <dl>
        <dt>{words.portal}</dt>
        <dd>
          {item.source == null ? (
            <span className="dim">{words.sourceGone}</span>
          ) : (
            <>
              {item.source.portal}
              {url === undefined ? null : (
                <a href={url} target="_blank" rel="noopener noreferrer" className={css.door}>
                  <ExternalLink size={18} strokeWidth={1.75} aria-hidden="true" />
                  {words.openSource}
                </a>
              )}
            </>
          )}
        </dd>
        {item.clippedAt == null ? null : (
          <>
            <dt>{words.names.clippedAt}</dt>
            <dd>{words.clipped(item.clippedBy ?? undefined, civilDateOf(item.clippedAt))}</dd>
          </>
        )}
        {former.length === 0 ? null : (
          <>
            <dt>{words.formerNumbers}</dt>
            <dd className={css.numbers}>
              {former.map((number) => (
                <NumberTag key={number} number={number} size="s" />
              ))}
              <span className="small">{words.formerNote}</span>
            </dd>
          </>
        )}
        {item.originalNumber == null ? null : (
          <>
            <dt>{words.originalNumber}</dt>
            <dd className={css.numbers}>
              <NumberTag number={item.originalNumber.number} size="s" />
              <span className="small">{words.originalNote}</span>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
};

/** In which set menus the item stands, and when it was played. */
export const Use = ({ item }: { readonly item: Courseware }) => {
  const { item: words } = useWords();
  const { menus, entries, playbacks } = useSnapshot();
  const inMenus = new Set(
    [...entries.values()].flatMap((entry) =>
      entry.item === item.id && entry.life !== "deleted" ? entry.menu : [],
    ),
  );
  const standing = [...menus.values()].filter(
    (menu) => inMenus.has(menu.id) && menu.life !== "deleted",
  );
  const played = [...playbacks.values()]
    .filter((playback) => playback.item === item.id)
    .sort((a, b) => b.startedAt - a.startedAt);
  return (
    <section className={`sheet ${css.facts ?? ""}`} aria-label={words.menus}>
      <h2>{words.menus}</h2>
      {standing.length === 0 ? <p className="dim">{words.noMenus}</p> : null}
      <ul className={css.menus}>
        {standing.map((menu) => (
          <li key={menu.id}>
            <a href={`#/set-menus/${menu.id}`}>
              {menu.number == null ? null : <RoundTag number={menu.number} />}
              {menu.name}
            </a>
          </li>
        ))}
      </ul>
      <h2>{words.playbacks(played.length)}</h2>
      <ul className={css.played}>
        {played.slice(0, SHOWN_PLAYBACKS).map(({ id, startedAt }) => (
          <li key={id}>
            <time>{civilDateOf(startedAt)}</time>
          </li>
        ))}
        {played.length > SHOWN_PLAYBACKS ? (
          <li className="dim">{words.earlier(played.length - SHOWN_PLAYBACKS)}</li>
        ) : null}
      </ul>
    </section>
  );
};
