// Paging as TRS writes it: pages counted from 0, the first without a number in its name.
window.createPageHTML = (pages, current, name, extension) => {
  const link = (index, text) => {
    const address = `${name}${index === 0 ? "" : `_${index}`}.${extension}`;
    return index === current || index < 0 || index >= pages
      ? `<span>${text}</span>`
      : `<a href="${address}">${text}</a>`;
  };
  let out = link(current - 1, "上一页");
  for (let i = 0; i < pages; i += 1) out += link(i, i + 1);
  document.write(out + link(current + 1, "下一页"));
};
