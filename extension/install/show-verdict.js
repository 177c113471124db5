/* Says in both languages whether this browser will do, and turns to its guide. */

function verdictIn(language, found) {
  const zh = language === "zh-CN";
  const name = zh ? found.zh : found.en;
  if (found.engine === "other") {
    if (name !== "IE") return "";
    return zh
      ? "这一页是用 IE 内核打开的，装不了。在国产浏览器里，点地址栏右边的闪电换成「极速模式」再看；是 IE，就换一个浏览器。"
      : "This page is shown by the engine of IE, which loads no such extension. In a Chinese browser change to the fast mode (极速模式); instead of IE, take another browser.";
  }
  if (found.engine === "firefox") {
    if (found.fits) {
      return zh
        ? "您用的是 Firefox ".concat(found.version, "。是 ESR（延长支持版）就能长期装。")
        : "This is Firefox ".concat(found.version, ". If it is ESR, it can keep the extension.");
    }
    return zh
      ? "这个 Firefox 太旧，装不了：它是 ".concat(
          found.version,
          "，要 140 以上。请升到新版，再打开这一页看。",
        )
      : "This Firefox is too old: it is ".concat(
          found.version,
          ", and 140 is needed. Update it, then open this page again.",
        );
  }
  if (!found.fits) {
    return zh
      ? "这个浏览器太旧，装不了：".concat(
          name,
          "，内核 ",
          found.version,
          "，要 109 以上。请升到最新一版，再打开这一页看。Windows 7 上，Chrome 和 Edge 的最后一版正好是 109。",
        )
      : "This browser is too old: the engine of ".concat(
          name,
          " is ",
          found.version,
          ", and 109 is needed. Update it, then open this page again. On Windows 7 the last Chrome and Edge are 109, which will do.",
        );
  }
  if (found.guide === "chrome") {
    return zh
      ? "能装。您用的是 ".concat(
          name,
          "，或者报同一个名字的国产浏览器（360、奇安信常这样），内核 ",
          found.version,
          "，够用。",
        )
      : "It will do: ".concat(
          name,
          ", or a Chinese browser that calls itself so, engine ",
          found.version,
          ".",
        );
  }
  return zh
    ? "能装。您用的是 ".concat(name, "，内核 ", found.version, "，够用。")
    : "It will do: ".concat(name, ", engine ", found.version, ".");
}

function showVerdict(language, found) {
  const place = document.getElementById("verdict-".concat(language));
  const said = verdictIn(language, found);
  if (place !== null && said !== "") {
    place.textContent = said;
    place.className = found.fits ? "verdict good" : "verdict bad";
  }
  const guide = document.getElementById(found.guide.concat("-", language));
  if (guide !== null) guide.checked = true;
}

(function start() {
  const data = navigator.userAgentData;
  const brands = data !== undefined && data.brands !== undefined ? data.brands : [];
  const found = whichBrowser(navigator.userAgent, brands);
  showVerdict("zh-CN", found);
  showVerdict("en", found);
})();
