/* The progress page: the architecture by what the reader knows, topics, history, calibration; moving and deleting records. */
import * as bank from "./bank.js";
import * as backup from "./backup.js";
import { mark } from "./mastery.js";
import * as offline from "./offline.js";
import { calibration, history } from "./plots.js";
import * as store from "./store.js";
import { spoken } from "./dom.js";

const words = await spoken("session");
const say = (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const score = document.querySelector(".an-score");
const STATES = ["right", "partial", "wrong", "new"];
const KNOWN = 0.8;

/* How many of these items are in each state. What has changed since counts as new. */
function tally(items) {
  const sum = { right: 0, partial: 0, wrong: 0, new: 0 };
  for (const item of items) {
    const state = bank.standing(item);
    sum[state === "changed" ? "new" : state] += 1;
  }
  return sum;
}

/* What a box shows: due before known, known from four of five right on, learning from the first answer on. */
function mastery(items) {
  const sum = tally(items);
  if (items.some((item) => bank.due(store.read(item.id)))) return "due";
  if (sum.right >= items.length * KNOWN) return "known";
  return sum.new === items.length ? "new" : "learning";
}

function boxes(items) {
  const ids = new Set(items.flatMap((item) => item.boxes));
  const states = new Map([...ids].map((id) => [id, mastery(items.filter((item) => item.boxes.includes(id)))]));
  for (const figure of document.querySelectorAll(".an-fig:has(.an-mastery)")) mark(figure, states);
}

function bar(svg, sum, all) {
  let at = 0;
  svg.replaceChildren(...STATES.filter((state) => sum[state]).map((state) => {
    const part = document.createElementNS(svg.namespaceURI, "rect");
    const width = (100 * sum[state]) / all;
    for (const [name, value] of Object.entries({ class: state, x: at, y: 0, width, height: 8 })) part.setAttribute(name, value);
    at += width;
    return part;
  }));
}

function table(items) {
  for (const row of document.querySelectorAll(".an-bytopic [data-topic]")) {
    const mine = items.filter((item) => item.topic === row.dataset.topic);
    const sum = tally(mine);
    for (const state of STATES) row.querySelector(`[data-n=${state}]`).textContent = sum[state];
    bar(row.querySelector("svg"), sum, mine.length);
  }
}

function show(items) {
  const sum = tally(items);
  const due = items.filter((item) => bank.due(store.read(item.id))).length;
  score.textContent = say("score", { all: items.length, done: items.length - sum.new, right: sum.right, due });
  boxes(items);
  table(items);
  const logs = [...store.all().values()].flatMap((record) => record.l);
  history(document.querySelector("[data-plot=history]"), logs, words);
  calibration(document.querySelector("[data-plot=calibration]"), logs, words);
}

backup.start(document.querySelector(".an-backup"), say);
offline.start(document.querySelector(".an-offline"), say);
bank.load(new URL(score.dataset.index, document.baseURI)).then((items) => {
  let waiting = 0;
  store.watch(() => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => show(items));
  });
  addEventListener("pageshow", (event) => { if (event.persisted) show(items); });
  show(items);
}, () => { score.textContent = words.failed; });
