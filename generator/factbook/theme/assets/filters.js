/* Extras on lists: filters of the timeline that live in the address, and closed lists that a link
   into them opens. Without this file every fact stands there. */
(function () {
  "use strict";

  /* ---- filters ---- */
  function filter(form) {
    var page = form.closest("article"), status = form.querySelector("[role=status]"), reset = form.querySelector("[type=reset]");
    var facts = Array.prototype.slice.call(page.querySelectorAll(".fb-line > li"));
    var selects = Array.prototype.slice.call(form.querySelectorAll("select"));

    function has(fact, select, value) {
      return !value || (" " + fact.getAttribute("data-" + select.name) + " ").indexOf(" " + value + " ") >= 0;
    }
    function fits(fact, but) {
      return selects.every(function (select) { return select === but || has(fact, select, select.value); });
    }
    /* Each choice says how many facts it would leave; one that would leave none cannot be taken. */
    function offer(select) {
      var left = facts.filter(function (fact) { return fits(fact, select); });
      Array.prototype.slice.call(select.options, 1).forEach(function (option) {
        var count = left.filter(function (fact) { return has(fact, select, option.value); }).length;
        option.textContent = option.getAttribute("data-words") + " (" + count + ")";
        option.disabled = !count && !option.selected;
      });
    }
    function apply() {
      var shown = 0;
      facts.forEach(function (fact) { fact.hidden = !fits(fact, null); if (!fact.hidden) shown += 1; });
      page.querySelectorAll(".fb-month, .fb-year").forEach(function (group) { group.hidden = !group.querySelector(".fb-line > li:not([hidden])"); });
      page.querySelectorAll(".fb-years a").forEach(function (link) {
        var gone = document.getElementById(link.hash.slice(1)).parentNode.hidden, count = link.nextElementSibling;
        link.hidden = gone;
        if (count && count.localName === "small") {
          count.hidden = gone;
          count.textContent = document.getElementById(link.hash.slice(1)).parentNode.querySelectorAll(".fb-line > li:not([hidden])").length;
        }
      });
      status.textContent = shown ? status.getAttribute("data-shown").replace("{n}", shown).replace("{all}", facts.length) : status.getAttribute("data-none");
      selects.forEach(offer);
      reset.disabled = selects.every(function (select) { return !select.value; });
    }
    function read() {
      var asked = new URLSearchParams(location.search), known = true;
      selects.forEach(function (select) {
        var value = asked.get(select.name) || "";
        select.value = value;
        if (select.selectedIndex < 0) { select.value = ""; known = false; }
      });
      if (known) apply(); else write();   // an address never says more than the page shows
    }
    function write() {
      var asked = new URLSearchParams(location.search);
      selects.forEach(function (select) { if (select.value) asked.set(select.name, select.value); else asked.delete(select.name); });
      var words = asked.toString();
      history.replaceState(history.state, "", location.pathname + (words ? "?" + words : "") + location.hash);
      apply();
    }
    form.addEventListener("change", write);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(write); });
    addEventListener("popstate", read);
    if (location.search.length > 1) read();
  }

  /* ---- a link into a closed list opens it, also where the browser would not ---- */
  function reveal() {
    var goal = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var box = goal && goal.closest && goal.closest("details:not([open])");
    if (!box) return;
    for (; box; box = box.parentElement.closest("details:not([open])")) box.open = true;
    goal.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  document.querySelectorAll("form.fb-filters").forEach(filter);
  if (!document.querySelector(".fb-search")) document.documentElement.classList.remove("fb-filtering");   // there, search.js says when
})();
