/* On the page that chooses a language: goes on to the one used last, else to the first the browser asks for that the site has. */
const links = [...document.querySelectorAll("main a[hreflang]")];
let last = null;
try { last = localStorage.getItem(`${document.documentElement.dataset.site}:language`); } catch { /* blocked: the browser's wish counts */ }
const primary = (code) => code.toLowerCase().split("-")[0];
const wanted = [last, ...navigator.languages].filter(Boolean);
const found = wanted.flatMap((code) => [
  links.find((link) => link.hreflang.toLowerCase() === code.toLowerCase()),
  links.find((link) => primary(link.hreflang) === primary(code)),
]).find(Boolean);
if (found) location.replace(found.href);
