/* The ring in the states an answer can have; the same drawing as the site's templates. */
const GAP = "M11.39 17.88A8 8 0 1 1 17.88 11.39";
const WHOLE = "M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16";
const SHAPES = {
  right: [["fill rim", WHOLE], ["tick", "m6.4 10.3 2.5 2.5 4.8-5.3"]],
  wrong: [["rim", GAP], ["", "m7.2 7.2 5.6 5.6M12.8 7.2l-5.6 5.6"]],
  partial: [["rim dim", WHOLE], ["rim", "M10 2A8 8 0 1 1 5.3 16.47"], ["", "M6.9 10.6c1-1.3 2-1.3 3.1-.6s2.1.7 3.1-.6"]],
  changed: [["rim dash", WHOLE], ["dot", "M10 8.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 1 1 0-2.8"]],
  open: [["fill", WHOLE], ["rim", GAP], ["", "M7.6 8.1a2.45 2.45 0 1 1 3.6 2.15c-.75.4-1.2.85-1.2 1.75"], ["dot", "M10 13.55a.55.55 0 1 1 0 1.1a.55.55 0 1 1 0-1.1"]],
  new: [["rim", GAP]],
};

/** Redraws a `.ring` for `state`; with `just` the ring closes once before the reader's eyes. */
export function draw(ring, state, just = false) {
  ring.dataset.s = state;
  ring.classList.toggle("just", just);
  ring.replaceChildren(...SHAPES[state].map(([name, d]) => {
    const path = document.createElementNS(ring.namespaceURI, "path");
    if (name) path.setAttribute("class", name);
    path.setAttribute("d", d);
    return path;
  }));
}

/** A ring like `model` in another state. */
export function another(model, state) {
  const ring = model.cloneNode();
  draw(ring, state);
  return ring;
}
