/* The colours that a reader chose on a page of Material, kept by it for the edition: before anything is drawn. */
(function () {
  "use strict";
  var root = new URL(document.currentScript.dataset.root, location).pathname;
  try {
    var kept = JSON.parse(localStorage.getItem(root + ".__palette"));
    if (kept && kept.color) document.documentElement.dataset.mdColorScheme = kept.color.scheme;
  } catch (blocked) { /* no storage here: the system's colours */ }
})();
