/* Waits for news of this page while it is looked at. New words: the page is loaded again, at the place where it was.
   New problems only: the panel alone is exchanged, so that an open answer or a typed word stays. */
const mark = document.querySelector('meta[name="an-preview"]');
const address = new URL(mark.dataset.address, document.baseURI);
const pause = (time) => new Promise((done) => setTimeout(done, time));

function visible() {
  if (document.visibilityState === "visible") return Promise.resolve();
  return new Promise((done) => document.addEventListener("visibilitychange", () => done(visible()), { once: true }));
}

async function news(state) {
  const url = new URL("wait", address);
  url.search = new URLSearchParams({ page: decodeURI(location.pathname), state });
  const answer = await fetch(url, { cache: "no-store" });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

async function exchange() {
  const whole = await (await fetch(location.href, { cache: "no-store" })).text();
  const there = new DOMParser().parseFromString(whole, "text/html");
  document.getElementById("an-preview").replaceWith(document.adoptNode(there.getElementById("an-preview")));
  document.title = there.title;
  return there.querySelector('meta[name="an-preview"]').content;
}

let state = mark.content;
for (;;) {
  await visible();
  try {
    const now = await news(state);
    if (now !== state) {
      if (now.split(".")[0] !== state.split(".")[0]) {
        location.reload();
        break;
      }
      state = await exchange();
    }
  } catch {
    // The server is away, or starts anew.
    await pause(1000);
  }
}
