/* A flow as one picture: on the page its words are text and only its arrows are drawn. */
import { make, painted } from "./picture.js";

const TEXT = 300, GAP = 36, NUMBER = 26, LEAD = 18;

/* Rows of words that fit, measured with the page's own font. */
function wrap(text, font, room) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  const rows = [""];
  for (const word of text.trim().split(/\s+/)) {
    const longer = rows.at(-1) ? `${rows.at(-1)} ${word}` : word;
    if (rows.at(-1) && pen.measureText(longer).width > room) rows.push(word);
    else rows[rows.length - 1] = longer;
  }
  return rows;
}

/* Words in the colour they have on the page. */
function words(from, text, x, y, attributes) {
  return make("text", { x, y, fill: getComputedStyle(from).color, stroke: "none", ...attributes }, text);
}

const plain = (row) => [...row.querySelector(".who").childNodes]
  .filter((one) => !one.classList?.contains("sr"))
  .map((one) => (one.classList?.contains("k") ? `· ${one.textContent}` : one.textContent)).join("");

/** The picture, and the place [x, y, width, height] it takes. */
export function lanes(figure) {
  const head = figure.querySelector(".an-lanes__head svg");
  const [full, high] = ["width", "height"].map((name) => Number(head.getAttribute(name)));
  const family = getComputedStyle(head).fontFamily;
  const hair = getComputedStyle(head.querySelector("path")).stroke;
  const shift = NUMBER + TEXT + GAP;
  const rows = make("g");
  let y = high;
  for (const row of figure.querySelectorAll(".an-lanes__rows > li")) {
    const what = row.querySelector(".what a");
    const lines = wrap(what.textContent, `700 14px ${family}`, TEXT);
    const room = lines.length * LEAD + 30;
    rows.append(make("path", { d: `M0 ${y}H${shift + full}`, stroke: hair, fill: "none" }));
    rows.append(words(row.querySelector(".n"), row.querySelector(".n").textContent, NUMBER - 8, y + 18, { "font-size": 13, "text-anchor": "end" }));
    rows.append(words(row.querySelector(".who"), plain(row), NUMBER, y + 18, { "font-size": 12 }));
    lines.forEach((line, at) => rows.append(words(what, line, NUMBER, y + 36 + at * LEAD, { "font-size": 14, "font-weight": 700 })));
    const arrow = make("g", { transform: `translate(${shift} ${y + room / 2 - 16})` }, ...painted(row.querySelector(".tk svg")).childNodes);
    arrow.querySelector("use").remove();
    rows.append(arrow);
    y += room;
  }
  const names = make("g", { transform: `translate(${shift} 0)` }, ...painted(head).childNodes);
  const ways = names.querySelector("defs");
  const across = [...ways.firstElementChild.getAttribute("d").matchAll(/M([\d.]+)/g)].map((one) => `M${shift + Number(one[1])} ${high}V${y}`);
  ways.remove();
  const picture = make("svg", {}, make("title", {}, figure.getAttribute("aria-label")), make("path", { d: across.join(""), stroke: hair, fill: "none" }), names, rows);
  return [picture, [0, 0, shift + full, y]];
}
