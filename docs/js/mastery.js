/* Signs on the boxes of a diagram for what the reader knows. What it means is told in docs/css/session/20-mastery.css.

   The legend that the page carries holds the signs and the words; this only copies them to the boxes. */

const corner = (box) => {
  const [x, y, width] = ["x", "y", "width"].map((name) => Number(box.querySelector("rect").getAttribute(name)));
  return [x + width - 8.5, y - 5];
};

/** Gives each box of `figure` its state: `states` is a Map of box ids to "new", "learning", "known" or "due". Boxes not in it lose theirs.

    Shows the legend when any box has one. Both drawings of the figure are marked, and names say the state. */
export function mark(figure, states) {
  const legend = figure.querySelector(".an-mastery");
  const models = new Map([...legend.children].map((item) => [item.dataset.mastery, item]));
  for (const box of figure.querySelectorAll(".dg:not(.mini) a.box")) {
    const model = models.get(states.get(box.dataset.id));
    box.dataset.name ??= box.getAttribute("aria-label");
    box.querySelector(".ms")?.remove();
    box.toggleAttribute("data-mastery", Boolean(model));
    box.setAttribute("aria-label", model ? `${box.dataset.name}, ${model.textContent}` : box.dataset.name);
    if (!model) continue;
    box.dataset.mastery = model.dataset.mastery;
    const sign = model.querySelector("svg").cloneNode(true);
    const [x, y] = corner(box);
    sign.setAttribute("x", x);
    sign.setAttribute("y", y);
    box.append(sign);
  }
  legend.hidden = !figure.querySelector("a.box[data-mastery]");
}
