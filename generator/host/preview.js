/* Keeps an open page up to date under `factbook serve`: loads it again when the site has changed, with its
   scroll position, and shows what is wrong over it while there are errors. */
(function () {
  "use strict";
  var script = document.currentScript, seen = Number(script.dataset.version), source = null;
  var own = script.src.replace(/[^/]*$/, ""), place = "factbook-scroll:" + location.pathname;

  function restore() {
    var saved = sessionStorage.getItem(place);
    sessionStorage.removeItem(place);
    if (saved !== null) { scrollTo({ left: 0, top: Number(saved), behavior: "instant" }); }
  }

  function element(name, text, className) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (className) { made.className = className; }
    return made;
  }

  function item(problem) {
    var entry = element("li");
    entry.append(element("p", problem.message), element("p", problem.place, "place"));
    if (problem.line) {
      entry.append(element("pre", problem.line + "\n" + problem.line.slice(0, problem.column - 1).replace(/\S/g, " ") + "^"));
    }
    problem.help.forEach(function (line) { entry.append(element("p", line)); });
    return entry;
  }

  function show(problems) {
    var panel = document.getElementById("factbook-problems"), list = element("ol"), close = element("button", "×");
    if (panel) { panel.remove(); }
    if (!problems.length) { return; }
    panel = element("section");
    panel.id = "factbook-problems";
    panel.setAttribute("role", "alert");
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", function () { panel.remove(); });
    problems.forEach(function (problem) { list.append(item(problem)); });
    panel.append(close, element("h2", problems.length === 1 ? "1 problem; the page is as it was before" : problems.length + " problems; the page is as it was before"), list);
    document.body.append(panel);
  }

  function listen() {
    source = new EventSource(own + "news");
    source.onmessage = function (message) {
      var news = JSON.parse(message.data);
      if (news.problems.length || news.version === seen) { show(news.problems); return; }
      sessionStorage.setItem(place, String(scrollY));
      location.reload();
    };
  }

  /* A browser opens six connections to one server: only the pages that are looked at hold one. */
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) { if (source) { source.close(); source = null; } } else if (!source) { listen(); }
  });
  var sheet = element("link");
  sheet.rel = "stylesheet";
  sheet.href = own + "preview.css";
  document.head.append(sheet);
  restore();
  if (!document.hidden) { listen(); }
})();
