/* Two plots of the reader's log, each with the table it is drawn from. The table is what a screen reader reads. */
import { make } from "./dom.js";

const NAMESPACE = "http://www.w3.org/2000/svg";
const STATES = ["right", "partial", "wrong"];
const DAYS = 28;

function draw(name, attributes, ...content) {
  const node = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...content);
  return node;
}

function table(caption, heads, rows) {
  const cell = (tag, scope) => (text) => {
    const one = make(tag, "", String(text));
    if (scope) one.scope = scope;
    return one;
  };
  const head = make("tr", "", ...heads.map(cell("th", "col")));
  const body = rows.map(([first, ...others]) => make("tr", "", cell("th", "row")(first), ...others.map(cell("td"))));
  return make("table", "an-table", make("caption", "sr", caption), make("thead", "", head), make("tbody", "", ...body));
}

function fill(figure, title, empty, svg, data) {
  figure.replaceChildren(make("figcaption", "", title), ...(svg ? [svg, data] : [make("p", "an-quiet", empty)]));
}

const day = (time) => {
  const date = new Date(time);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
};

/** Answers by day over the last four weeks, stacked by verdict. */
export function history(figure, logs, words) {
  const days = new Map();
  for (const [time, state] of logs) {
    const key = day(time);
    if (!days.has(key)) days.set(key, { right: 0, partial: 0, wrong: 0 });
    days.get(key)[state] += 1;
  }
  const recent = [...Array(DAYS).keys()].map((back) => day(Date.now() - (DAYS - 1 - back) * 864e5));
  const total = (one) => STATES.reduce((sum, state) => sum + (days.get(one)?.[state] ?? 0), 0);
  const most = Math.max(...recent.map(total), 0);
  if (!days.size) return fill(figure, words.history, words.history_empty);
  const svg = draw("svg", { class: "plot", viewBox: "0 0 336 104", "aria-hidden": "true" });
  svg.append(draw("path", { class: "axis", d: "M0 96.5H336" }), draw("text", { class: "end", x: 334, y: 10 }, String(most)));
  recent.forEach((one, index) => {
    let y = 96;
    for (const state of STATES) {
      const height = most ? (80 * (days.get(one)?.[state] ?? 0)) / most : 0;
      if (!height) continue;
      y -= height;
      svg.append(draw("rect", { class: state, x: index * 12 + 2, y: y.toFixed(1), width: 8, height: height.toFixed(1) }));
    }
  });
  const rows = [...days.keys()].sort().reverse().map((one) => [one, ...STATES.map((state) => days.get(one)[state])]);
  return fill(figure, words.history, "", svg, table(words.history, [words.day, ...STATES.map((state) => words[state])], rows));
}

/** How often answers were right, by how sure the reader was. */
export function calibration(figure, logs, words) {
  const levels = ["guess", "unsure", "sure"];
  const rows = levels.map((level) => {
    const mine = logs.filter((entry) => entry[2] === level);
    return { level, count: mine.length, rate: mine.length ? mine.filter((entry) => entry[1] === "right").length / mine.length : null };
  });
  if (!rows.some((row) => row.count)) return fill(figure, words.calibration, words.calibration_empty);
  const svg = draw("svg", { class: "plot", viewBox: "0 0 336 104", "aria-hidden": "true" });
  rows.forEach((row, index) => {
    const y = 8 + index * 32;
    svg.append(draw("text", { x: 0, y: y + 15 }, words[row.level]), draw("rect", { class: "track", x: 84, y: y + 2, width: 200, height: 18 }));
    if (row.rate !== null) svg.append(draw("rect", { class: "right", x: 84, y: y + 2, width: (200 * row.rate).toFixed(1), height: 18 }));
    svg.append(draw("text", { class: "end", x: 334, y: y + 15 }, row.rate === null ? "–" : `${Math.round(100 * row.rate)}%`));
  });
  const cells = rows.map((row) => [words[row.level], row.count, row.rate === null ? "–" : `${Math.round(100 * row.rate)}%`]);
  return fill(figure, words.calibration, "", svg, table(words.calibration, [words.sureness, words.answers, words.rate], cells));
}
