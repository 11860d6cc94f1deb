/* The menu "Copy as": a drawing as SVG or PNG file, its Mermaid text on the clipboard. What makes pictures is loaded when it is wanted. */

const save = (blob, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

async function text(menu) {
  const source = menu.querySelector("pre");
  try {
    await navigator.clipboard.writeText(source.textContent);
    return menu.dataset.copied;
  } catch {
    // Not allowed here: the text is selected, and the reader copies it.
    getSelection().selectAllChildren(source);
    source.focus();
    return menu.dataset.chosen;
  }
}

async function file(menu, kind) {
  const figure = menu.closest("figure");
  const name = `${figure.dataset.diagram}-${document.documentElement.lang}.${kind}`;
  try {
    const { svg, png } = await import("./copy/picture.js");
    save(await (kind === "svg" ? svg : png)(figure), name);
    return menu.dataset.saved.replace("#", name);
  } catch {
    return menu.dataset.failed.replace("#", name);
  }
}

for (const menu of document.querySelectorAll(".an-copy")) {
  const said = menu.querySelector("[role=status]");
  menu.querySelector(".an-copy__as").hidden = false;
  menu.addEventListener("click", async ({ target }) => {
    const kind = target.closest("button")?.dataset.copy;
    if (!kind) return;
    said.textContent = "";
    said.textContent = await (kind === "mermaid" ? text(menu) : file(menu, kind));
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
