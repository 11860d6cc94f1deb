/* Runs before the first paint: the reader's scheme, or the system's as long as none was chosen. Storage is not to be trusted. */
(function (root) {
  var dark = matchMedia("(prefers-color-scheme: dark)");
  function paint() {
    var scheme = null;
    try { scheme = localStorage.getItem(root.dataset.site + ":scheme"); } catch (error) { /* blocked: the system decides */ }
    if (scheme !== "default" && scheme !== "slate") scheme = dark.matches ? "slate" : "default";
    root.setAttribute("data-md-color-scheme", scheme);
  }
  // Browsers load no modules from files: such a copy is read as without a script.
  if (location.protocol !== "file:") root.dataset.js = "";
  paint();
  dark.addEventListener("change", paint);
})(document.documentElement);
