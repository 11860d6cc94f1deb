/* On the page that chooses a language: goes on to the one the browser asks for, when the site has it. */
const links = [...document.querySelectorAll("main a[hreflang]")];
const wanted = navigator.languages.map((language) => language.toLowerCase().split("-")[0]);
const found = wanted.map((language) => links.find((link) => link.hreflang === language)).find(Boolean);
if (found) location.replace(found.href);
