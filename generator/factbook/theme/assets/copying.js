/* Buttons that copy: shown only where copying is possible. `data-copy` is the text, or `#id` for the open form of a
   citation below that heading. */
(function () {
  "use strict";
  window.factbookCopying = function (within) {
    if (!navigator.clipboard) return;
    within.querySelectorAll("[data-copy]").forEach(function (button) { button.hidden = false; });
  };
  window.factbookCopying(document);
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-copy]");
    if (!button) return;
    var text = button.dataset.copy;
    if (text === "#cite") {
      var form = Array.from(document.querySelectorAll(".cite pre")).find(function (one) { return one.offsetParent; });
      text = form ? form.textContent : "";
    }
    navigator.clipboard.writeText(text).then(function () {
      button.dataset.done = "";
      button.insertAdjacentText("beforeend", " ✓");
      setTimeout(function () { button.lastChild.remove(); }, 1500);
    });
  });
})();
