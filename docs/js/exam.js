/* Exam: a number of items at one go. Nothing is judged before it is handed in. */
import { make, shuffled } from "./quiz/parts.js";
import { another } from "./quiz/ring.js";
import { button, card, count, open, root, say, show, tell, words } from "./session.js";

const form = document.querySelector(".an-setup");
const start = form.querySelector("button");
const number = form.querySelector(".an-setup__n");
const items = await open();
const mark = Number(form.dataset.mark);

const pool = () => {
  const topic = form.elements.topic.value;
  return items.filter((item) => !topic || item.topic === topic).map((item) => item.id);
};

function preview() {
  number.textContent = say("found", { count: Math.min(pool().length, Number(form.elements.size.value)) });
}

class Exam {
  constructor(cards, minutes) {
    Object.assign(this, { cards, at: 0, warned: false });
    this.numbers = make("ol", "an-numbers");
    this.numbers.setAttribute("aria-label", words.numbers);
    this.jumps = cards.map((_, index) => {
      const jump = button(String(index + 1), () => this.turn(index));
      this.numbers.append(make("li", "", jump));
      return jump;
    });
    root.addEventListener("input", this.follow = () => this.mark());
    root.addEventListener("click", this.follow);
    if (minutes) this.watch(Date.now() + minutes * 60000);
    this.turn(0);
  }

  /* The clock is text that changes once a minute, and is announced at the last one only. */
  watch(end) {
    this.clock = make("p", "an-clock");
    const tick = () => {
      const left = end - Date.now();
      if (left <= 0) return this.finish(words.time_up);
      const minutes = Math.ceil(left / 60000);
      this.clock.textContent = minutes > 1 ? say("time_left", { minutes }) : words.time_last;
      if (minutes <= 1 && !this.warned) {
        this.warned = true;
        tell(words.time_last);
      }
      this.timer = setTimeout(tick, Math.min(left, left % 60000 || 60000) + 50);
    };
    tick();
  }

  given(one) {
    return Boolean(one.type && one.type.judge(one.root, one.type.answer(one.root)));
  }

  mark() {
    this.cards.forEach((one, index) => {
      const done = this.given(one);
      this.jumps[index].classList.toggle("done", done);
      this.jumps[index].setAttribute("aria-label", say(done ? "jump_done" : "jump", { number: index + 1 }));
    });
  }

  turn(index) {
    this.at = index;
    const last = index === this.cards.length - 1;
    const buttons = [];
    if (index) buttons.push(button(words.previous, () => this.turn(index - 1)));
    if (!last) buttons.push(button(words.next, () => this.turn(index + 1), true));
    buttons.push(button(words.hand_in, () => this.hand(), last));
    // All cards stay in the page, so that what was entered stays in them.
    const cards = this.cards.map((one, place) => Object.assign(one.root, { hidden: place !== index }));
    this.jumps.forEach((jump, place) => jump.toggleAttribute("aria-current", place === index));
    const head = this.clock ? [this.clock] : [];
    show(say("place", { all: cards.length, number: index + 1 }), "", [...head, this.numbers, ...cards], buttons);
    this.mark();
  }

  hand() {
    const open = this.cards.filter((one) => !this.given(one)).length;
    if (!open || this.asked) return this.finish();
    this.asked = true;
    tell(say("hand_in_open", { count: open }));
  }

  finish(note = "") {
    clearTimeout(this.timer);
    root.removeEventListener("input", this.follow);
    root.removeEventListener("click", this.follow);
    const verdicts = this.cards.map((one) => one.settle());
    const sum = count(verdicts);
    const score = Math.round((100 * (sum.right + sum.partial / 2)) / this.cards.length);
    const open = verdicts.filter((verdict) => !verdict).length;
    const lines = [note, say("result", { all: this.cards.length, ...sum }), open ? say("open", { count: open }) : "", say("mark", { mark })];
    const model = this.cards[0].root.querySelector(".ring");
    const list = make("ol", "an-numbers");
    list.setAttribute("aria-label", words.numbers);
    this.cards.forEach((one, index) => {
      one.root.hidden = false;
      const link = make("a", "an-btn", another(model, verdicts[index] ?? "new"), String(index + 1));
      link.href = `#${one.root.id}`;
      link.setAttribute("aria-label", `${say("jump", { number: index + 1 })}: ${words[verdicts[index] ?? "new"]}`);
      list.append(make("li", "", link));
    });
    const heading = say(score >= mark ? "passed" : "not_passed", { score });
    show(heading, lines.filter(Boolean).join(" "), [list, ...this.cards.map((one) => one.root)], [button(words.back, back)]);
  }
}

function back() {
  root.hidden = true;
  form.hidden = false;
  start.focus();
}

async function begin() {
  const seed = new Date().toISOString();
  const ids = shuffled(pool(), seed).slice(0, Number(form.elements.size.value));
  start.disabled = true;
  try {
    const cards = [];
    for (const id of ids) cards.push(await card(id, `${seed}:${id}`, { exam: true }));
    form.hidden = true;
    new Exam(cards, Number(form.elements.minutes.value));
  } catch {
    show(words.failed);
  }
  start.disabled = false;
}

if (items) {
  form.addEventListener("change", preview);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    begin();
  });
  preview();
  // Until here a click would send the form, which nobody takes.
  start.disabled = false;
}
