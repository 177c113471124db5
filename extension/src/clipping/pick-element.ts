import { bodyText, cleanCopy } from "./clean-body.ts";
import { lineOf } from "./page-elements.ts";

/** What somebody pointed at. */
export interface PickedText {
  readonly text: string;
  /** Its cleaned markup with absolute addresses, where the body is asked for. */
  readonly html: string;
}

/** Elements that the keyboard walks through: those that show words of their own. */
const WORDY =
  "h1, h2, h3, h4, h5, p, td, th, li, dt, dd, span, div, time, strong, b, em, font, a, article, section";
const MOST = 3000;
const INK = "#1d4a40";

const hasOwnWords = (element: Element): boolean =>
  [...element.childNodes].some(
    (node) => node.nodeType === 3 && (node.nodeValue ?? "").trim().length > 1,
  );

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

const walkable = (document: Document): readonly Element[] =>
  [...document.querySelectorAll(WORDY)]
    .slice(0, MOST)
    .filter((element) => isShown(element) && hasOwnWords(element));

/** The frame round an element and the line that says what to do: in a closed tree of our own, so that no page can reach into it. */
const drawFrame = (
  document: Document,
  hint: string,
): { readonly host: Element; readonly show: (element: Element) => void } => {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "closed" });
  const place = (element: HTMLElement, styles: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(styles)) {
      element.style.setProperty(name, value, "important");
    }
  };
  place(host, {
    all: "initial",
    position: "fixed",
    inset: "0",
    "z-index": "2147483647",
    "pointer-events": "none",
  });
  const frame = document.createElement("div");
  place(frame, {
    position: "fixed",
    display: "none",
    "box-sizing": "border-box",
    border: `3px solid ${INK}`,
    outline: "2px solid #fff",
    "border-radius": "4px",
    background: "rgba(29, 74, 64, 0.12)",
  });
  const line = document.createElement("div");
  line.textContent = hint;
  place(line, {
    position: "fixed",
    left: "50%",
    bottom: "24px",
    transform: "translateX(-50%)",
    padding: "10px 18px",
    "border-radius": "6px",
    background: INK,
    color: "#fff",
    font: "700 18px/1.5 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
    "white-space": "nowrap",
    "box-shadow": "0 0 0 2px #fff",
  });
  root.append(frame, line);
  document.documentElement.append(host);
  return {
    host,
    show: (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      place(frame, {
        display: "block",
        left: `${left - 5}px`,
        top: `${top - 5}px`,
        width: `${width + 10}px`,
        height: `${height + 10}px`,
      });
    },
  };
};

const STILL = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "dblclick",
  "auxclick",
  "touchstart",
  "touchend",
];

/**
 * Lets the person point at an element of the page: under the pointer or by arrow keys, taken by a click
 * or Enter, left by Esc. Only what the person does counts; what a script of the page makes up does not.
 * Nothing is put into the page but one closed box, which is gone afterwards.
 */
export const pickElement = (
  document: Document,
  ask: { readonly hint: string; readonly wantsBody: boolean },
  hearKeys: (onKey: (key: string) => void) => () => void,
  /** Handed a way to leave, for whoever comes after: two never point at once. */
  onStart: (leave: () => void) => void = () => undefined,
): Promise<PickedText | undefined> =>
  new Promise((resolve) => {
    const view = document.defaultView;
    if (view === null || document.body === null) {
      resolve(undefined);
      return;
    }
    const frame = drawFrame(document, ask.hint);
    const ending = new AbortController();
    const { signal } = ending;
    let chosen: Element | undefined;
    const finish = (picked: Element | undefined): void => {
      if (signal.aborted) return;
      ending.abort();
      stopKeys();
      frame.host.remove();
      if (picked === undefined) {
        resolve(undefined);
        return;
      }
      const body = ask.wantsBody ? cleanCopy(picked, document.baseURI, "", false) : undefined;
      resolve({
        text: body === undefined ? lineOf(picked, 2000) : bodyText(body).slice(0, 200_000),
        html: body === undefined ? "" : body.innerHTML.slice(0, 500_000),
      });
    };
    const choose = (element: Element | null | undefined): void => {
      if (element === null || element === undefined || element === document.documentElement) return;
      chosen = element;
      frame.show(element);
    };
    const walk = (by: 1 | -1): void => {
      const elements = walkable(document);
      const at = chosen === undefined ? -1 : elements.indexOf(chosen);
      const after = (other: Element): boolean =>
        chosen !== undefined &&
        (chosen.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      const next =
        chosen === undefined
          ? (elements.find(({ nodeName }) => nodeName === "H1") ?? elements[0])
          : at !== -1
            ? elements[at + by]
            : by === 1
              ? elements.find(after)
              : [...elements].reverse().find((other) => !after(other) && other !== chosen);
      if (next === undefined) return;
      next.scrollIntoView({ block: "nearest" });
      choose(next);
    };
    const onKey = (key: string): boolean => {
      switch (key) {
        case "ArrowDown":
          walk(1);
          return true;
        case "ArrowUp":
          walk(-1);
          return true;
        case "ArrowLeft":
          choose(chosen?.parentElement);
          return true;
        case "ArrowRight":
          choose(chosen?.firstElementChild);
          return true;
        case "Enter":
          if (chosen !== undefined) finish(chosen);
          return true;
        case "Escape":
          finish(undefined);
          return true;
        default:
          return false;
      }
    };
    const stopKeys = hearKeys(onKey);
    onStart(() => finish(undefined));
    const on = (name: string, act: (event: Event) => void): void =>
      view.addEventListener(name, act, { capture: true, passive: false, signal });
    const swallow = (event: Event): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const under = (event: Event): Element | undefined =>
      event.composedPath().find((node): node is Element => node instanceof view.Element);
    on("mousemove", (event) => {
      if (event.isTrusted) choose(under(event));
    });
    for (const name of STILL) on(name, swallow);
    on("click", (event) => {
      swallow(event);
      if (event.isTrusted) finish(under(event));
    });
    on("keydown", (event) => {
      if (!event.isTrusted || !(event instanceof view.KeyboardEvent)) return;
      if (onKey(event.key)) swallow(event);
    });
    on("scroll", () => {
      if (chosen !== undefined) frame.show(chosen);
    });
    on("pagehide", () => finish(undefined));
  });
