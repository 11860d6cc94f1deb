/* Shows on the architecture what an opened disclosure tells: the box that is off, and the relations that break with it. */
const figure = document.querySelector("[data-diagram=architecture]");
const all = [...document.querySelectorAll(".an-stop")];

function show() {
  const open = all.find((one) => one.open);
  const cut = new Set(open?.dataset.cut.split(" "));
  figure.classList.toggle("outage", Boolean(open));
  for (const box of figure.querySelectorAll(".box")) box.classList.toggle("off", box.dataset.id === open?.dataset.off);
  for (const edge of figure.querySelectorAll("[data-e]")) edge.classList.toggle("cut", edge.dataset.e.split(" ").some((number) => cut.has(number)));
}

for (const one of all) one.addEventListener("toggle", () => {
  // Browsers that do not know the name attribute would leave others open.
  if (one.open) for (const other of all) if (other !== one) other.open = false;
  show();
});
show();
