/* Steps through a flow. The address names the current step, so links, the back button and reloads all work. */
const stage = document.querySelector(".an-stage");
const lanes = document.querySelector(".an-lanes");
const rows = [...lanes.querySelectorAll(".an-lanes__rows > li")];
const ticks = [...stage.querySelectorAll("ol a")];
const [who, number, what] = [".who", ".num", "strong"].map((part) => stage.querySelector(part));
const buttons = Object.fromEntries([...stage.querySelectorAll("button")].map((button) => [button.dataset.go, button]));
let current = -1;
let playing = 0;

const light = (names = "", attribute) => {
  const wanted = names.split(" ").filter(Boolean);
  for (const shape of stage.querySelectorAll(`[${attribute}]`)) {
    shape.classList.toggle("lit", shape.getAttribute(attribute).split(" ").some((name) => wanted.includes(name)));
  }
};

const show = () => {
  current = rows.findIndex((row) => `#${row.id}` === location.hash);
  const row = rows[current];
  for (const list of [rows, ticks]) {
    list.forEach((one) => one.removeAttribute("aria-current"));
    list[current]?.setAttribute("aria-current", "step");
  }
  ticks.forEach((tick, index) => tick.classList.toggle("past", index < current));
  stage.toggleAttribute("data-on", Boolean(row));
  if (row) {
    who.replaceChildren(...row.querySelector(".who").cloneNode(true).childNodes);
    number.textContent = stage.dataset.of.replace("#", current + 1);
    what.textContent = row.querySelector(".what").textContent;
  }
  light(row?.dataset.b, "data-id");
  light(row?.dataset.e, "data-e");
  buttons[-1].disabled = current < 1;
  buttons[1].disabled = current === rows.length - 1;
};

const play = (on) => {
  clearInterval(playing);
  playing = on ? setInterval(() => go(current + 1), 6000) : 0;
  buttons.play.setAttribute("aria-pressed", on);
};
const open = (on) => {
  lanes.toggleAttribute("data-open", on);
  buttons.all.setAttribute("aria-pressed", on);
};
const go = (index) => {
  if (rows[index]) location.hash = rows[index].id;
  if (index >= rows.length - 1) play(false);
};

for (const button of Object.values(buttons)) button.hidden = false;
stage.addEventListener("click", ({ target }) => {
  const kind = target.closest("button")?.dataset.go;
  if (!kind) return;
  const on = kind === "play" && !playing;
  play(on);
  if (kind === "all") {
    open(!lanes.hasAttribute("data-open"));
    history.pushState(null, "", location.pathname + location.search);
    show();
  } else if (kind !== "play") go(current + Number(kind));
  else if (on) go(current === rows.length - 1 ? 0 : current + 1);
});
addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const here = event.target === document.body || stage.contains(event.target) || lanes.contains(event.target);
  if (!step || !here || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  play(false);
  go(Math.max(0, current + step));
});
addEventListener("hashchange", show);
addEventListener("popstate", show);
show();
