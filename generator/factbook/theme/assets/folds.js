/* What is addressed, and what is printed, is open. Without this file browsers open what a link leads to by
   themselves where they can, and paper shows what was open. */
(function () {
  "use strict";
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var fold = target && target.parentNode.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  var opened = [];
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details.fb-evidence:not([open]), details.fb-behind:not([open])").forEach(function (fold) {
      fold.open = true;
      opened.push(fold);
    });
  });
  addEventListener("afterprint", function () {
    opened.splice(0).forEach(function (fold) { fold.open = false; });
  });
})();
