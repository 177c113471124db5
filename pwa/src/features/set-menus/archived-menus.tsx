import { archivedBySeason, type SetMenu } from "@dianbo/shared/set-menu";
import { ArchiveRestore } from "lucide-react";
import { useMemo } from "react";
import { useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./set-menus-room.module.css";

/** The archived menus by season, each with its number, and the way back. */
export const ArchivedMenus = ({
  bringBack,
}: {
  readonly bringBack: (menus: readonly SetMenu[]) => void;
}) => {
  const { setMenus: words, shell } = useWords();
  const { menus } = useSnapshot();
  const seasons = useMemo(() => archivedBySeason(menus.values()), [menus]);
  if (seasons.length === 0) return null;
  const count = seasons.reduce((sum, season) => sum + season.menus.length, 0);
  return (
    <details className={css.archive}>
      <summary>{words.archiveCount(count)}</summary>
      {seasons.map((season) => (
        <section key={`${season.year}-${season.season}`}>
          <div className={css.season}>
            <h2>{words.season(season.year, season.season)}</h2>
            {season.menus.length < 2 ? null : (
              <Button look="text" className="end" onClick={() => bringBack(season.menus)}>
                {words.bringBackSeason}
              </Button>
            )}
          </div>
          <ul>
            {season.menus.map((menu) => (
              <li key={menu.id} className={css.menu}>
                <a href={`#/set-menus/${menu.id}`} className={css.door}>
                  <span className={css.number}>
                    {menu.number == null ? (
                      <span className="hint">–</span>
                    ) : (
                      <RoundTag number={menu.number} />
                    )}
                  </span>
                  <span className={css.name}>
                    <b className="clip">{menu.name}</b>
                    <span className="small clip">
                      {[menu.audience, menu.occasion, menu.archivedOn].filter(Boolean).join(" · ")}
                    </span>
                  </span>
                </a>
                <Button
                  look="text"
                  className="quiet"
                  icon={<Icon of={ArchiveRestore} size={18} />}
                  aria-label={`${words.bringBack}${shell.marks.colon}${menu.name}`}
                  onClick={() => bringBack([menu])}
                >
                  {words.bringBack}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
};
