/* Buttons that copy: shown only where copying is possible. `data-copy` selects the element around the button of which
   the words are copied: a quote, or the form of a citation that is shown. */
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
    var words = Array.from(button.closest(button.dataset.copy).querySelectorAll(".words, pre"));
    var text = words.find(function (one) { return one.offsetParent; }).textContent;
    navigator.clipboard.writeText(text).then(function () {
      button.dataset.done = "";
      button.insertAdjacentText("beforeend", " ✓");
      setTimeout(function () { button.lastChild.remove(); }, 1500);
    });
  });
})();
