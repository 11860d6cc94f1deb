/* Rings that show what the reader has answered: `[data-progress="<item id>"]` holds the ring of that item. */
import * as store from "./store.js";
import { draw } from "./quiz/ring.js";

const places = [...document.querySelectorAll("[data-progress]")];

function follow(id) {
  for (const place of places) {
    if (id !== null && place.dataset.progress !== id) continue;
    draw(place.querySelector(".ring"), store.read(place.dataset.progress)?.s ?? "new");
  }
}
store.watch(follow);
follow(null);
addEventListener("pageshow", (event) => { if (event.persisted) follow(null); });
