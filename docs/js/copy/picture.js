/* Pictures that stand alone: what the style sheet paints is written into the SVG itself, in the language and scheme of the page. */
import { lanes } from "./lanes.js";

const NS = "http://www.w3.org/2000/svg";
const INHERITED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-size", "font-weight", "text-anchor"];

/** A new SVG element. */
export function make(name, attributes = {}, ...children) {
  const one = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  one.append(...children);
  return one;
}

/** A copy of `shape` that looks the same without a style sheet. */
export function painted(shape, above = null) {
  const copy = shape.cloneNode(false);
  const style = getComputedStyle(shape);
  for (const name of [...copy.getAttributeNames()]) if (/^(class|data-.*|aria-.*|role|tabindex)$/.test(name)) copy.removeAttribute(name);
  if (!["title", "desc"].includes(shape.localName)) {
    for (const name of INHERITED) {
      const value = style.getPropertyValue(name);
      if (value !== above?.getPropertyValue(name)) copy.setAttribute(name, value.replaceAll("px", ""));
    }
    if (shape.localName === "rect" && parseFloat(style.rx)) copy.setAttribute("rx", parseFloat(style.rx));
    if (style.textDecorationLine !== "none" && shape.localName === "text") copy.setAttribute("text-decoration", style.textDecorationLine);
  }
  if (shape.localName === "a") copy.setAttribute("href", new URL(shape.getAttribute("href"), document.baseURI));
  for (const child of shape.childNodes) copy.append(child.nodeType === Node.ELEMENT_NODE ? painted(child, style) : child.cloneNode());
  return copy;
}

/* What the lines mean, in rows as wide as the picture. */
function legend(figure, left, top, width) {
  const group = make("g");
  const pen = document.createElement("canvas").getContext("2d");
  let [x, y] = [0, 0];
  for (const item of figure.querySelectorAll(".an-legend:not([hidden]) li")) {
    const style = getComputedStyle(item);
    pen.font = `12px ${style.fontFamily}`;
    const wide = 38 + pen.measureText(item.textContent).width;
    if (x && x + wide > width) [x, y] = [0, y + 20];
    const [, , from, high] = item.querySelector("svg").getAttribute("viewBox").split(" ");
    const sign = make("g", { transform: `translate(${left + x + 32 - Math.max(from, 22)} ${top + y + 10 - high / 2})` });
    sign.append(...painted(item.querySelector("svg")).childNodes);
    group.append(sign, make("text", { x: left + x + 38, y: top + y + 14.4, "font-size": 12, fill: style.color, stroke: "none" }, item.textContent));
    x += wide + 16;
  }
  return [group, y + 20];
}

/* A drawing with paper behind it, some room around it and its legend below. */
function framed(picture, [x, y, width, height], figure) {
  const room = 12;
  const [lines, more] = legend(figure, x, y + height + 10, width);
  const box = [x - room, y - room, width + 2 * room, height + more + 10 + 2 * room];
  const paper = make("rect", { x: box[0], y: box[1], width: box[2], height: box[3], fill: getComputedStyle(document.body).backgroundColor });
  // One title and one description serve both drawings of a figure.
  const words = ["title", "desc"].flatMap((name) => [figure.querySelector(`.dg > ${name}`)?.cloneNode(true) ?? picture.querySelector(name) ?? []]);
  for (const one of picture.querySelectorAll(":scope > :is(title, desc)")) one.remove();
  const family = getComputedStyle(figure.querySelector("svg")).fontFamily;
  const whole = make("svg", { viewBox: box.join(" "), width: box[2], height: box[3], role: "img", "font-family": family, lang: document.documentElement.lang });
  whole.append(...words, paper, ...picture.childNodes, lines);
  for (const name of INHERITED) if (picture.hasAttribute(name)) whole.setAttribute(name, picture.getAttribute(name));
  return whole;
}

function whole(figure) {
  const drawing = [...figure.querySelectorAll("svg.dg")].find((one) => one.getClientRects().length);
  if (!drawing) return framed(...lanes(figure), figure);
  return framed(painted(drawing), drawing.getAttribute("viewBox").split(" ").map(Number), figure);
}

const source = (picture) => new XMLSerializer().serializeToString(picture);

/** The diagram of a figure as an SVG file. */
export const svg = async (figure) => new Blob([source(whole(figure))], { type: "image/svg+xml" });

/** The same as a PNG file, at twice its size. */
export async function png(figure) {
  const picture = whole(figure);
  const [width, height] = ["width", "height"].map((name) => {
    picture.setAttribute(name, 2 * picture.getAttribute(name));
    return Number(picture.getAttribute(name));
  });
  const image = new Image(width, height);
  // A data: address, since pictures from blob: ones are not allowed here.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source(picture))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d").drawImage(image, 0, 0);
  return new Promise((done, failed) => { canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"); });
}
