/* Makes quiz items answerable. Each item is complete without this: a type's own module adds the behaviour, and only where it is used. */
import * as store from "./store.js";
import { draw } from "./quiz/ring.js";

const words = JSON.parse(document.getElementById("quiz-words").textContent);

function element(tag, name, text) {
  const node = document.createElement(tag);
  node.className = name;
  if (text) node.textContent = text;
  return node;
}

class Item {
  constructor(root, type) {
    Object.assign(this, { root, type, id: root.dataset.item, hash: root.dataset.hash, shown: "" });
    this.foot = element("div", "an-q__foot");
    this.button = element("button", "an-btn primary", words.check);
    this.button.type = "button";
    this.said = element("p", "an-q__said");
    this.said.setAttribute("role", "status");
    this.foot.append(this.button, this.said);
    const key = root.querySelector(".an-key");
    key.hidden = true;
    key.before(this.foot);
    this.button.addEventListener("click", () => (this.answered ? this.again() : this.check()));
    root.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("input") || this.answered) return;
      event.preventDefault();
      this.check();
    });
    this.show();
  }

  get answered() {
    return this.root.dataset.state === "right" || this.root.dataset.state === "wrong" || this.root.dataset.state === "partial";
  }

  check() {
    const answer = this.type.answer(this.root);
    if (!answer.length) {
      this.said.textContent = words.choose;
      return;
    }
    const state = this.type.judge(this.root, answer);
    store.write(this.id, answer, state, this.hash);
    const verdict = state === "right" ? words.said_right : words.said_wrong.replace("{key}", this.type.key(this.root));
    this.said.textContent = store.lasting ? verdict : `${verdict} ${words.unsaved}`;
    draw(this.root.querySelector(".an-q__top .ring"), state, true);
  }

  again() {
    store.forget(this.id);
    this.said.textContent = "";
    this.root.querySelector("input")?.focus();
  }

  /* Brings the page in line with what is stored. */
  show() {
    const record = store.read(this.id);
    const state = !record ? "new" : record.h === this.hash ? record.s : "changed";
    const seen = JSON.stringify([state, state === "changed" || state === "new" ? [] : record.a]);
    if (seen === this.shown) return;
    this.shown = seen;
    this.root.dataset.state = state;
    this.type.conceal(this.root);
    if (this.answered) this.type.reveal(this.root, record.a, words);
    this.root.querySelector(".an-q__state").textContent = words[state];
    draw(this.root.querySelector(".an-q__top .ring"), state);
    this.button.textContent = this.answered ? words.again : words.check;
    this.button.classList.toggle("primary", !this.answered);
  }
}

const roots = [...document.querySelectorAll(".an-q")];
const types = new Map();
for (const name of new Set(roots.map((root) => root.dataset.type))) types.set(name, await import(`./quiz/${name}.js`));
const items = roots.map((root) => new Item(root, types.get(root.dataset.type)));

function follow(id) {
  for (const item of items) if (id === null || item.id === id) item.show();
}
store.watch(follow);
follow(null);
addEventListener("pageshow", (event) => { if (event.persisted) follow(null); });
