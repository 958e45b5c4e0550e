/* Keeps an open page up to date under `factbook serve`: loads it again when the site has changed, with its
   scroll position, and shows what is wrong over it while there are errors, and says that it is a draft. */
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

  /* The bar that says on every page, paper too, that this is not published, and what differs from the last commit. */
  function bar(told) {
    var old = document.getElementById("factbook-draft"), made = element("details"), head = element("summary");
    made.id = "factbook-draft";
    made.open = Boolean(old && old.open);
    head.append(element("strong", "Draft"), element("span", words(told)));
    made.append(head);
    if (told && told.why) { made.append(element("p", "What has changed cannot be told: " + told.why + ".")); }
    if (told && told.changes && told.changes.length) {
      var list = element("ul");
      told.changes.forEach(function (change) { list.append(changed(change)); });
      made.append(list);
    }
    if (told && told.unread) { made.append(element("p", "And " + told.unread + " files that were not read.")); }
    if (old) { old.replaceWith(made); } else { document.body.append(made); }
  }

  function words(told) {
    if (!told || told.why) { return "This page is not published."; }
    var number = told.changes.length, commit = "since commit " + told.commit.slice(0, 7);
    return !number ? "Nothing has changed " + commit + "." : (number === 1 ? "1 change " : number + " changes ") + commit + ".";
  }

  function changed(change) {
    var entry = element("li", change.what + ": " + change.kind + " "), name = element(change.page ? "a" : "span", change.id);
    if (change.page) { name.href = own.replace(/_factbook\/$/, "") + change.page; }
    entry.append(name);
    if (change.keys.length) { entry.append(" (" + change.keys.join(", ") + ")"); }
    return entry;
  }

  function compare() {
    fetch(own + "draft").then(function (answer) { return answer.ok ? answer.json() : null; }).then(bar, function () { bar(null); });
  }

  function listen() {
    source = new EventSource(own + "news");
    source.onmessage = function (message) {
      var news = JSON.parse(message.data);
      if (news.problems.length || news.version === seen) { show(news.problems); compare(); return; }
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
  bar(null);
  if (!document.hidden) { listen(); }
})();
