/* The frame's comforts: scheme, menu, the section now being read, search. Every page works without them. */
const root = document.documentElement;
const find = (selector, from = document) => from.querySelector(selector);
const prefix = `${root.dataset.site}:`;
const scheme = "data-md-color-scheme";
const keep = (key, value) => { try { localStorage.setItem(prefix + key, value); } catch { /* blocked */ } };

const paint = (value) => root.setAttribute(scheme, value);
const button = find(".an-scheme");
button.hidden = false;
button.addEventListener("click", () => {
  paint(root.getAttribute(scheme) === "slate" ? "default" : "slate");
  keep("scheme", root.getAttribute(scheme));
});
addEventListener("storage", ({ key, newValue }) => { if (key === `${prefix}scheme` && /^(default|slate)$/.test(newValue)) paint(newValue); });

/* The other language opens at the same place of the page. */
for (const link of document.querySelectorAll(".an-lang a")) link.addEventListener("click", () => { link.hash = location.hash; });

const menu = find(".an-menu");
if (menu) {
  keep("language", root.lang);
  const drawer = find("#nav");
  const open = (on) => {
    drawer.toggleAttribute("data-open", on);
    menu.setAttribute("aria-expanded", on);
    for (const part of document.querySelectorAll(".md-skip, .md-header, .md-content, .md-footer")) part.inert = on;
    if (!on && location.hash === "#nav") location.replace("#main");
    (on ? find("a", drawer) : menu).focus();
  };
  const close = () => { if (drawer.matches("[data-open], :target")) open(false); };
  menu.setAttribute("aria-expanded", "false");
  menu.addEventListener("click", (event) => { event.preventDefault(); open(true); });
  find("a", drawer).addEventListener("click", (event) => { event.preventDefault(); close(); });
  drawer.addEventListener("keydown", ({ key }) => { if (key === "Escape") close(); });
  matchMedia("(max-width: 52em)").addEventListener("change", close);
  addEventListener("pagehide", close);

  /* A long navigation starts where the reader is. */
  const side = find("nav", drawer);
  const here = find("[aria-current]", side);
  if (here?.offsetTop > side.clientHeight * 0.8) side.scrollTop = here.offsetTop - side.clientHeight / 2;
}

const links = [...document.querySelectorAll(".md-nav--secondary a")];
const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
if (links.length) {
  const mark = () => {
    let current = links.findLast((link) => target(link)?.getBoundingClientRect().top <= 100) ?? links[0];
    /* At the foot no section can reach that line: the one asked for counts, else the last. */
    if (scrollY > 0 && scrollY + innerHeight > root.scrollHeight - 2) {
      current = links.find((link) => link.hash === location.hash && target(link)?.getBoundingClientRect().top > 0) ?? links.at(-1);
    }
    for (const link of links) link.removeAttribute("aria-current");
    current.setAttribute("aria-current", "true");
  };
  let waiting = 0;
  addEventListener("scroll", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(mark);
  }, { passive: true });
  mark();
}

const finder = find(".an-search");
if (finder) {
  const open = () => import("./search.js").then((search) => search.open());
  finder.hidden = false;
  finder.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    if (event.key !== "/" || event.isComposing || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
}

/* Marks what a search led to, once. */
try {
  const found = JSON.parse(sessionStorage.getItem(`${prefix}found`));
  sessionStorage.removeItem(`${prefix}found`);
  if (Array.isArray(found) && found.every((word) => typeof word === "string")) import("./search/mark.js").then((marker) => marker.mark(found));
} catch { /* blocked or not ours */ }
/* How many answers are to be seen again today; one that has no day yet counts a day after it was given. */
const due = find(".an-due");
if (due) {
  let count = 0;
  try {
    const now = Date.now();
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(`${prefix}2:item:`)) continue;
      const { d, t } = JSON.parse(localStorage.getItem(key)) ?? {};
      if ((d ? Date.parse(d) : Date.parse(t) + 864e5) <= now) count += 1;
    }
  } catch { /* blocked or broken: no badge */ }
  due.hidden = !count;
  find("b", due).textContent = count;
}
