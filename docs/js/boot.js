/* Runs before the first paint: the reader's own scheme, and the sign that scripts work. Storage is not to be trusted. */
(function (root) {
  root.dataset.js = "";
  var scheme = null;
  try { scheme = localStorage.getItem(root.dataset.site + ":scheme"); } catch (error) { /* blocked: the system decides */ }
  if (scheme !== "default" && scheme !== "slate") scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  root.setAttribute("data-md-color-scheme", scheme);
})(document.documentElement);
