/** A new element: tag, class names, children. */
export function make(tag, name, ...content) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...content);
  return node;
}

/** Links one of the site's style sheets. Resolves when it is there, or is not to be had. */
export const sheet = (name) => new Promise((done) => {
  const href = new URL(`../css/${name}.css`, import.meta.url);
  document.head.append(Object.assign(make("link"), { rel: "stylesheet", href, onload: done, onerror: done }));
});

/** The words that scripts say, of the group "quiz" or "session". Rejects when they are not to be had. */
export async function spoken(group) {
  const answer = await fetch(new URL(document.documentElement.dataset[`${group}Words`], document.baseURI));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}
