/* Loads the search where it stands (search/search.js and the index), and leads the key / to its field. */
(function () {
  "use strict";
  var here = document.querySelector("article[data-page=search] .search"), field = document.querySelector("input[type=search][name=q]");
  if (here) {
    var script = document.createElement("script");
    script.src = new URL("search/search.js", document.currentScript.src).href;
    script.onload = function () { window.factbookSearch(here); };
    document.head.append(script);
    field = here.querySelector("input");
    if (!location.search) field.focus({ preventScroll: true });
  }
  addEventListener("keydown", function (event) {
    var at = event.target;
    if (event.key !== "/" || event.metaKey || event.ctrlKey || event.altKey || !field) return;
    if (at.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName)) return;
    event.preventDefault();
    field.focus();
  });
})();
