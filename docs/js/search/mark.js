/* Marks on this page the words of the search that led to it. Nothing is added to the page: the browser paints ranges. */

/** Paints every place of the article that holds one of the words. Does nothing in browsers without the Custom Highlight API. */
export function mark(words) {
  if (!globalThis.Highlight || !CSS.highlights) return;
  const ranges = [];
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.toLowerCase();
    for (const word of words) {
      for (let at = text.indexOf(word); word && at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}
