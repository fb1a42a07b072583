"use strict";
(() => {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const controls = document.getElementById("controls");
  const filter = document.getElementById("filter");
  const found = document.getElementById("found");
  const openAll = document.getElementById("open-all");
  const theme = document.getElementById("theme");
  controls.hidden = false;

  const show = (open) => all("main details").forEach((d) => { d.open = open; });
  openAll.addEventListener("click", () => {
    const open = openAll.getAttribute("aria-pressed") !== "true";
    openAll.setAttribute("aria-pressed", String(open));
    show(open);
  });

  let before = null;
  window.addEventListener("beforeprint", () => {
    before = all("main details").filter((d) => !d.open);
    show(true);
  });
  window.addEventListener("afterprint", () => {
    (before || []).forEach((d) => { d.open = false; });
    before = null;
  });

  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const lines = all(".line, tr.row");
    let left = 0;
    for (const line of lines) {
      const text = line.textContent.toLowerCase();
      line.hidden = !words.every((word) => text.includes(word));
      if (!line.hidden) left += 1;
    }
    all("details.folded").forEach((d) => { d.open = words.length > 0; });
    found.textContent = words.length ? left + " of " + lines.length + " lines" : "";
  });

  const dark = () => {
    const set = document.documentElement.dataset.theme;
    return set ? set === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const tell = () => theme.setAttribute("aria-pressed", String(dark()));
  theme.addEventListener("click", () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    tell();
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
  tell();
})();
