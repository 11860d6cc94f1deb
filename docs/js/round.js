/* A round: items one at a time, each explained at once, and the sum at the end. Practice and review are rounds. */
import { button, card, count, offer, say, show, words } from "./session.js";

/** Takes `ids` one by one. `after(item, verdict)` may give a line to be shown; `back()` is what follows the last summary. */
export async function round(ids, { seed, after = () => "", back }) {
  const verdicts = new Map();
  const heading = (index) => say("place", { all: ids.length, number: index + 1 });

  function end() {
    const missed = ids.filter((id) => ["wrong", "partial"].includes(verdicts.get(id)));
    const buttons = [button(words.back, back)];
    if (missed.length) {
      buttons.unshift(button(say("retry", { count: missed.length }), () => round(missed, { seed: `${seed}+`, after, back }), true));
    }
    show(words.done, say("result", { all: verdicts.size, ...count(verdicts.values()) }), [], buttons);
  }

  async function step(index) {
    if (index >= ids.length) return end();
    const on = (label, primary) => button(label, () => step(index + 1), primary);
    const last = index === ids.length - 1;
    let item;
    try {
      item = await card(ids[index], `${seed}:${ids[index]}`, { fresh: true });
    } catch {
      return show(heading(index), words.failed, [], [on(words.skip), button(words.finish, end)]);
    }
    item.listeners.push((state) => {
      verdicts.set(ids[index], state);
      const line = after(item, state);
      if (line) item.foot.append(Object.assign(document.createElement("p"), { className: "an-q__after", textContent: line }));
      offer(on(last ? words.finish : words.next, true));
    });
    item.button?.addEventListener("click", () => { if (!item.answered) offer(on(words.skip), button(words.finish, end)); });
    return show(heading(index), "", [item.root], [on(words.skip), button(words.finish, end)]);
  }
  await step(0);
}

