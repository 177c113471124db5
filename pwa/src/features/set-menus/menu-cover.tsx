import { isMustPlay, type SetMenu, type TimedEntry, timesOf } from "@dianbo/shared/set-menu";
import { Maximize, Printer } from "lucide-react";
import { useMemo, useRef } from "react";
import { useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import { titleOf } from "./entry-acts.ts";
import { itemOf } from "./item-of.ts";
import css from "./menu-cover.module.css";

/** Up to so many places stand in large print, up to so many at all; what is more is counted. */
const LARGE = 6;
const MOST = 13;

/** How large the preview is beside the paper; the style sheet says the same. */
const PREVIEW = 0.72;

const Row = ({ timed, must }: { readonly timed: TimedEntry; readonly must: boolean }) => {
  const { setMenus: words } = useWords();
  const { entry, item, minutes } = timed;
  return (
    <li>
      {item?.number == null ? (
        <span className={css.activity}>{entry.activity == null ? "–" : words.activity}</span>
      ) : (
        <NumberTag number={item.number} />
      )}
      <span className={css.title}>{titleOf(timed, words)}</span>
      {must ? <b className={css.must}>{words.coverMust}</b> : null}
      <span className={`n ${css.minutes ?? ""}`}>
        {minutes === 0 ? "" : words.minutes(minutes)}
      </span>
    </li>
  );
};

const Note = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <div className={css.note}>
    <b>{name}</b>
    <p>{text}</p>
  </div>
);

/** The page itself: number, name, for whom, minutes, what is in it, what to talk about. */
const CoverPage = ({ menu }: { readonly menu: SetMenu }) => {
  const { setMenus: words } = useWords();
  const { siteName } = useIdentity();
  const { entries, items } = useSnapshot();
  const times = useMemo(
    () => timesOf(menu, [...entries.values()], itemOf(items)),
    [menu, entries, items],
  );
  // An item that was deleted is no longer on offer, so the paper does not name it.
  const shown = times.entries.filter(({ entry, item }) => entry.activity != null || item != null);
  const fits = shown.length <= MOST ? shown : shown.slice(0, MOST - 1);
  const spare = menu.spare == null ? undefined : itemOf(items)(menu.spare);
  const notes = [
    { name: words.coverBefore, text: menu.noteBefore ?? "" },
    { name: words.coverDuring, text: menu.noteDuring ?? "" },
    { name: words.coverAfter, text: menu.noteAfter ?? "" },
  ].filter(({ text }) => text !== "");
  return (
    <article className={`paper ${css.page ?? ""} ${shown.length > LARGE ? (css.dense ?? "") : ""}`}>
      <div className={css.call}>
        {menu.number == null ? (
          <p>{words.coverNoNumber}</p>
        ) : (
          <>
            <b className={css.number}>{menu.number}</b>
            <p>{words.coverCall}</p>
          </>
        )}
      </div>
      <div className={css.body}>
        <header>
          <div>
            <h2>{menu.name}</h2>
            <p>{[menu.audience, menu.occasion].filter(Boolean).join(" · ")}</p>
          </div>
          {times.total === 0 ? null : (
            <p className={css.total}>
              <b className="n">{times.total}</b> {words.coverMinutes}
            </p>
          )}
        </header>
        {shown.length === 0 ? <p>{words.coverEmpty}</p> : null}
        <ol>
          {fits.map((timed) => (
            <Row key={timed.entry.id} timed={timed} must={isMustPlay(menu, timed.entry)} />
          ))}
          {fits.length < shown.length ? (
            <li className={css.more}>{words.coverMore(shown.length - fits.length)}</li>
          ) : null}
        </ol>
        <div className={css.notes}>
          {notes.map((note) => (
            <Note key={note.name} {...note} />
          ))}
        </div>
        <footer>
          <span>{words.coverFoot(siteName)}</span>
          {spare?.number == null ? null : (
            <span>
              {words.spare} <b className="n">{spare.number}</b>
            </span>
          )}
        </footer>
      </div>
    </article>
  );
};

/** The cover sheet (封面) of a set menu: one A4 page, to hang at the door or to show before it begins. */
export const MenuCover = ({ menu }: { readonly menu: SetMenu }) => {
  const { setMenus: words } = useWords();
  const stage = useRef<HTMLDivElement>(null);
  const fill = (): void => {
    const { current } = stage;
    if (current === null) return;
    const page = current.firstElementChild?.getBoundingClientRect();
    if (page === undefined) return;
    // The page as it is drawn now, less its preview scale, against the whole screen.
    const fit = Math.min(screen.width / page.width, screen.height / page.height) * PREVIEW;
    current.style.setProperty("--fit", String(fit));
    // A browser that refuses leaves the preview as it is.
    void current.requestFullscreen().catch(() => undefined);
  };
  return (
    <PrintFrame
      title={words.coverTitle(menu.name)}
      back={`#/set-menus/${menu.id}`}
      backName={words.coverBack}
      size="A4 landscape"
      previewName={words.coverPreview}
      desk={
        <PrintDeskSheet name={words.coverDesk}>
          <p>{words.coverNote}</p>
          <Button look="go" icon={<Icon of={Printer} />} onClick={() => print()}>
            {words.coverPrint}
          </Button>
          <Button icon={<Icon of={Maximize} />} onClick={fill}>
            {words.coverShow}
          </Button>
        </PrintDeskSheet>
      }
    >
      <div ref={stage} className={css.stage}>
        <CoverPage menu={menu} />
      </div>
    </PrintFrame>
  );
};
