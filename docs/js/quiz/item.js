/* One quiz item that can be answered. What differs between types stands in the module of the type:

   answer(root)            what the reader has entered, a list of strings
   judge(root, answer)     "right", "partial" or "wrong"; null when that is no answer to this item
   key(root)               the right answer in a few words, for the verdict (called while it is revealed)
   reveal(root, answer)    shows right, wrong and why in place, and takes no more input
   conceal(root)           takes all of that back
   prepare(root)           optional: what the type adds to the markup, once
   whole(root, answer)     optional: false while something is left to enter; an exam takes the answer all the same
   said(root, state)       optional: the verdict in words, in place of the one with the key */
import * as store from "../store.js";
import { draw } from "./ring.js";
import { sheet } from "../dom.js";
import { make, shuffle, words } from "./parts.js";

const SURE = ["guess", "unsure", "sure"];
const dressed = sheet("live");

export class Item {
  /* `exam`: answers are taken, not judged, until `settle`. `fresh`: asked anew, whatever was answered before. */
  constructor(root, type, { exam = false, fresh = exam } = {}) {
    Object.assign(this, { root, type, exam, fresh, id: root.dataset.item, hash: root.dataset.hash, shown: "", tries: 0, listeners: [] });
    this.ring = root.querySelector(".an-q__top .ring");
    this.foot = make("div", "an-q__foot");
    this.button = make("button", "an-btn");
    this.button.type = "button";
    this.said = make("p", "an-q__said");
    this.said.setAttribute("role", "status");
    this.sure = this.choices();
    this.foot.append(this.sure, this.button, this.said);
    const key = root.querySelector(".an-key");
    key.hidden = true;
    key.before(this.foot);
    type.prepare?.(root);
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

  /* How sure the reader is: asked before the verdict, never required. */
  choices() {
    const group = make("fieldset", "an-sure", make("legend", "", words.sure));
    for (const value of SURE) {
      const input = Object.assign(make("input"), { type: "radio", name: `c-${this.id}`, value });
      group.append(make("label", "", input, make("span", "", words[`sure_${value}`])));
    }
    return group;
  }

  get confidence() {
    return this.sure.querySelector(":checked")?.value ?? null;
  }

  /* Enter checks, as in any form, and once while it is held down. */
  enter(event) {
    const input = event.target.matches("input");
    if (event.key !== "Enter" || event.isComposing || !(input || event.target === this.button)) return;
    if (input || event.repeat) event.preventDefault();
    if (input && !event.repeat && !this.answered && !this.exam) this.check();
  }

  check() {
    const answer = this.type.answer(this.root);
    const state = this.type.judge(this.root, answer);
    if (!state || this.type.whole?.(this.root, answer) === false) {
      this.said.textContent = words[`choose_${this.root.dataset.type}`] ?? words.choose;
      return;
    }
    const focused = this.root.contains(document.activeElement);
    this.keep(answer, state);
    const verdict = this.type.said?.(this.root, state) ?? words[`said_${state}`].replace("{key}", () => this.type.key(this.root));
    this.said.textContent = store.lasting ? verdict : `${verdict} ${words.unsaved}`;
    draw(this.ring, state, true);
    if (focused) this.button.focus(); // the inputs are disabled now
  }

  keep(answer, state) {
    this.fresh = this.exam = false;
    store.write(this.id, answer, state, this.hash, this.confidence);
    this.show();
    this.listeners.forEach((listener) => listener(state));
  }

  /* Ends an exam for this item: what was entered is judged, kept and shown. Gives the verdict, null when nothing was entered. */
  settle() {
    const answer = this.type.answer(this.root);
    const state = this.type.judge(this.root, answer);
    if (state) this.keep(answer, state);
    else this.type.reveal(this.root, []);
    this.root.removeAttribute("data-exam");
    return state;
  }

  again() {
    store.forget(this.id);
    this.tries += 1;
    shuffle(this.root, `${this.id}:${store.read(this.id)?.l.length ?? this.tries}`);
    for (const input of this.sure.querySelectorAll("input")) input.checked = false;
    this.root.querySelector(".stem ~ * :is(input, select, button):not(:disabled)")?.focus();
  }

  /* What the stored answer is worth; the stored verdict is not believed. */
  standing() {
    const record = this.fresh ? null : store.read(this.id);
    if (!record || record.a === null) return ["new", []];
    if (record.h !== this.hash) return ["changed", []];
    return [this.type.judge(this.root, record.a) ?? "new", record.a];
  }

  /* Brings the page in line with what is stored. */
  show() {
    const [state, chosen] = this.standing();
    const seen = JSON.stringify([state, chosen, this.exam]);
    if (seen === this.shown) return;
    this.shown = seen;
    this.root.dataset.state = state;
    this.said.textContent = "";
    this.type.conceal(this.root);
    if (this.answered) this.type.reveal(this.root, chosen);
    this.root.querySelector(".an-q__state").textContent = words[state];
    draw(this.ring, state === "new" ? "open" : state);
    this.foot.hidden = this.exam;
    this.root.toggleAttribute("data-exam", this.exam);
    this.sure.hidden = this.answered;
    this.button.textContent = this.answered ? words.again : words.check;
    this.button.classList.toggle("primary", !this.answered);
  }
}

const live = new Map();

function follow(id) {
  for (const item of live.values()) if (id === null || item.id === id) item.show();
}
store.watch(follow);
addEventListener("pageshow", (event) => { if (event.persisted) follow(null); });

/** Makes the item at `root` answerable. Gives null when its type cannot be loaded: it stays as it is without a script. */
export async function enliven(root, options) {
  try {
    const [type] = await Promise.all([import(`./${root.dataset.type}.js`), dressed]);
    const item = new Item(root, type, options);
    live.set(root, item);
    return item;
  } catch {
    return null;
  }
}

/** Forgets the item at `root`, which has left the page. */
export const release = (root) => live.delete(root);
