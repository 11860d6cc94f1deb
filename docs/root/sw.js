/* Keeps the site for readers who asked for it on the progress page; nobody else ever gets this worker.

   Pages and data come from the network first, so a new build shows at once; the files of a build never change, so they come from the copy. */
const CACHE = "answered-notes";
const scope = new URL(self.registration.scope);

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

async function page(request) {
  const copy = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) copy.put(request, answer.clone());
    return answer;
  } catch {
    return (await copy.match(request, { ignoreSearch: true })) ?? (await copy.match(new URL("404.html", scope))) ?? Response.error();
  }
}

async function asset(request) {
  const copy = await caches.open(CACHE);
  const kept = await copy.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) copy.put(request, answer.clone());
  return answer;
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  event.respondWith(url.pathname.startsWith(`${scope.pathname}assets/`) ? asset(request) : page(request));
});

/* Copies a list of addresses, and drops what is no longer on it. Answers {done, all} as it goes on, {failed} at an error. */
async function keep(addresses, port) {
  const copy = await caches.open(CACHE);
  const wanted = new Set(addresses.map((address) => new URL(address, scope).href));
  let done = 0;
  try {
    for (const address of wanted) {
      await copy.add(new Request(address, { cache: "no-cache" }));
      done += 1;
      if (done % 10 === 0 || done === wanted.size) port.postMessage({ done, all: wanted.size });
    }
    for (const request of await copy.keys()) if (!wanted.has(request.url)) await copy.delete(request);
  } catch {
    port.postMessage({ failed: true });
  }
}

addEventListener("message", (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep, event.ports[0]));
});
