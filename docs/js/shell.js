/* The frame's comforts: scheme button, menu, the section now being read. Every page works without them. */
const root = document.documentElement;
const key = `${root.dataset.site}:scheme`;
const attribute = "data-md-color-scheme";

const button = document.querySelector(".an-scheme");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = root.getAttribute(attribute) === "slate" ? "default" : "slate";
    root.setAttribute(attribute, next);
    try { localStorage.setItem(key, next); } catch { /* blocked: kept for this page only */ }
  });
  addEventListener("storage", (event) => {
    if (event.key === key && (event.newValue === "default" || event.newValue === "slate")) root.setAttribute(attribute, event.newValue);
  });
}

const menu = document.querySelector(".an-menu");
const drawer = document.getElementById("nav");
if (menu && drawer) {
  const open = () => location.hash === "#nav";
  const show = () => {
    menu.setAttribute("aria-expanded", String(open()));
    if (open()) drawer.querySelector("a")?.focus();
  };
  const close = () => {
    history.replaceState(null, "", location.pathname + location.search);
    location.replace("#main");
    menu.focus();
  };
  addEventListener("hashchange", show);
  drawer.addEventListener("keydown", (event) => { if (event.key === "Escape" && open()) close(); });
  show();
}

const links = new Map([...document.querySelectorAll(".md-nav--secondary a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
if (headings.length) {
  const mark = () => {
    const line = innerHeight * 0.25;
    const current = headings.filter((heading) => heading.getBoundingClientRect().top <= line).pop() ?? headings[0];
    for (const [id, link] of links) {
      if (id === current.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
}

const finder = document.querySelector(".an-search");
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
