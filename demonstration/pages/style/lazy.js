// Pictures come when they are scrolled to, as on many portals: the address waits in data-src.
const watcher = new IntersectionObserver((seen) => {
  for (const entry of seen) {
    if (!entry.isIntersecting) continue;
    entry.target.src = entry.target.getAttribute("data-src");
    watcher.unobserve(entry.target);
  }
});
for (const image of document.querySelectorAll("img[data-src]")) watcher.observe(image);
