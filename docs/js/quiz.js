/* Makes quiz items answerable. Each is complete without this; the module of a type is loaded only where it is used. */
import * as store from "./store.js";
import { draw } from "./quiz/ring.js";

const words = JSON.parse(document.getElementById("quiz-words").textContent);

const element = (tag, className, more) => Object.assign(document.createElement(tag), { className, ...more });

class Item {
  constructor(root, type) {
    Object.assign(this, { root, type, id: root.dataset.item, hash: root.dataset.hash, shown: "" });
    this.ring = root.querySelector(".an-q__top .ring");
    this.foot = element("div", "an-q__foot");
    this.button = element("button", "an-btn", { type: "button" });
    this.said = element("p", "an-q__said");
    this.said.setAttribute("role", "status");
    this.foot.append(this.button, this.said);
    const key = root.querySelector(".an-key");
    key.hidden = true;
    key.before(this.foot);
    this.button.addEventListener("click", (event) => {
      if (event.detail > 1) return; // a double click answers once
      if (this.answered) this.again();
      else this.check();
    });
    root.addEventListener("keydown", (event) => this.enter(event));
    this.show();
  }

  get answered() {
    return !["new", "changed"].includes(this.root.dataset.state);
  }

  /* Enter checks, as in any form, and once while it is held down. */
  enter(event) {
    const input = event.target.matches("input");
    if (event.key !== "Enter" || !(input || event.target === this.button)) return;
    if (input || event.repeat) event.preventDefault();
    if (input && !event.repeat && !this.answered) this.check();
  }

  check() {
    const answer = this.type.answer(this.root);
    const state = this.type.judge(this.root, answer);
    if (!state) {
      this.said.textContent = words.choose;
      return;
    }
    const focused = this.root.contains(document.activeElement);
    store.write(this.id, answer, state, this.hash);
    const verdict = state === "right" ? words.said_right : words.said_wrong.replace("{key}", () => this.type.key(this.root));
    this.said.textContent = store.lasting ? verdict : `${verdict} ${words.unsaved}`;
    draw(this.ring, state, true);
    if (focused) this.button.focus(); // the inputs are disabled now
  }

  again() {
    store.forget(this.id);
    this.root.querySelector("input")?.focus();
  }

  /* What the stored answer is worth; the stored verdict is not believed. */
  standing() {
    const record = store.read(this.id);
    if (!record) return ["new", []];
    if (record.h !== this.hash) return ["changed", []];
    return [this.type.judge(this.root, record.a) ?? "new", record.a];
  }

  /* Brings the page in line with what is stored. */
  show() {
    const [state, chosen] = this.standing();
    const seen = JSON.stringify([state, chosen]);
    if (seen === this.shown) return;
    this.shown = seen;
    this.root.dataset.state = state;
    this.said.textContent = "";
    this.type.conceal(this.root);
    if (this.answered) this.type.reveal(this.root, chosen, words);
    this.root.querySelector(".an-q__state").textContent = words[state];
    draw(this.ring, state === "new" ? "open" : state);
    this.button.textContent = this.answered ? words.again : words.check;
    this.button.classList.toggle("primary", !this.answered);
  }
}

const items = [];

function follow(id) {
  for (const item of items) if (id === null || item.id === id) item.show();
}
store.watch(follow);
addEventListener("pageshow", (event) => { if (event.persisted) follow(null); });

for (const root of document.querySelectorAll(".an-q")) {
  // A type that cannot be loaded leaves its items as they are without a script.
  import(`./quiz/${root.dataset.type}.js`).then((type) => items.push(new Item(root, type)), () => {});
}
