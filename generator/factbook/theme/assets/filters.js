/* Filters above a list of facts: shown only where they work. */
(function () {
  "use strict";
  document.querySelectorAll(".filter").forEach(function (bar) {
    var buttons = Array.from(bar.querySelectorAll("[data-f]"));
    if (!buttons.length) return;
    var facts = bar.nextElementSibling.querySelectorAll(".fact");
    bar.hidden = false;
    bar.addEventListener("click", function (event) {
      var chosen = event.target.closest("[data-f]");
      if (!chosen) return;
      buttons.forEach(function (button) { button.setAttribute("aria-pressed", String(button === chosen)); });
      facts.forEach(function (fact) {
        var kinds = " " + fact.dataset.is + " ";
        fact.hidden = chosen.dataset.f !== "" && kinds.indexOf(" " + chosen.dataset.f + " ") < 0;
      });
    });
  });
})();
