/* Pointing at a box. The radio buttons of the list hold the answer; the boxes of the drawing press them. */
import { entry, words } from "./parts.js";
import { chosen, conceal as hide, reveal as show } from "./options.js";
import { judge } from "./single.js";

const SIGNS = { right: "m0 4.3 2.5 2.5 4.8-5.3", wrong: "m.6 .6 5.6 5.6M6.2 .6.6 6.2" };
const boxes = (root) => [...root.querySelectorAll(".an-board .box")];
const radio = (root, id) => root.querySelector(`.an-spots input[value="${CSS.escape(id)}"]`);

/** The id of the box that is pointed at, in a list. */
export const answer = chosen;

export { judge };

/** Names of the right boxes. */
export const key = (root) => [...root.querySelectorAll(".an-spots .is-right .say")].map((say) => say.textContent).join(words.and);

/* Brings the drawings in line with the list. */
function follow(root) {
  for (const box of boxes(root)) box.setAttribute("aria-pressed", radio(root, box.dataset.id).checked);
}

/** Makes buttons of the boxes; the list is out of the way. */
export function prepare(root) {
  for (const svg of root.querySelectorAll(".an-board svg")) svg.setAttribute("role", "group");
  for (const box of boxes(root)) {
    const press = () => {
      if (box.hasAttribute("aria-disabled")) return;
      radio(root, box.dataset.id).checked = true;
      follow(root);
    };
    box.setAttribute("role", "button");
    box.setAttribute("aria-label", box.dataset.name);
    box.tabIndex = 0;
    box.addEventListener("click", press);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      press();
    });
  }
}

/* A sign and a word in a box. */
function mark(box, sign, word) {
  const { x, y, width } = box.querySelector("rect");
  const path = document.createElementNS(box.namespaceURI, "path");
  path.setAttribute("class", "sg");
  path.setAttribute("d", SIGNS[sign]);
  path.setAttribute("transform", `translate(${x.baseVal.value + width.baseVal.value - 15} ${y.baseVal.value + 8})`);
  box.append(path);
  box.classList.add(`is-${sign}`);
  box.querySelector(".mk").textContent = word;
  box.setAttribute("aria-label", `${box.dataset.name}: ${word}`);
}

/** Marks the right box and the chosen one, and tells both below the drawing. */
export function reveal(root, ids) {
  show(root, ids);
  for (const box of boxes(root)) {
    const id = box.dataset.id;
    const mine = ids.includes(id);
    const good = "correct" in entry(root, id).dataset;
    if (good || mine) mark(box, good ? "right" : "wrong", [mine && words.yours, good && words.key].filter(Boolean).join(" · "));
    box.setAttribute("aria-disabled", "true");
    box.tabIndex = -1;
  }
  follow(root);
}

/** Takes all of that back. */
export function conceal(root) {
  hide(root);
  for (const box of boxes(root)) {
    box.querySelector(".sg")?.remove();
    box.querySelector(".mk").textContent = "";
    box.classList.remove("is-right", "is-wrong");
    box.removeAttribute("aria-disabled");
    box.setAttribute("aria-label", box.dataset.name);
    box.tabIndex = 0;
  }
  follow(root);
}
