/* Opens the search: over the page, by its link in the header or the keys / and s. The search itself
   (search/search.js, its style sheet and the index) is loaded only then. Without this file the link leads
   to the page of the search. */
(function () {
  "use strict";
  var link = document.querySelector("a[data-fb-search]"), files = new URL("search/", document.currentScript.src);
  var here = document.querySelector("article[data-page=search] .fb-search"), dialog = null, loading = null;
  if (!link) return;

  function add(node, from) {
    return new Promise(function (done, failed) {
      node.onload = done;
      node.onerror = failed;
      node[node.localName === "link" ? "href" : "src"] = new URL(from, files).href;
      document.head.appendChild(node);
    });
  }
  function load() {
    if (!loading) {
      var style = document.createElement("link");
      style.rel = "stylesheet";
      loading = Promise.all([add(style, "search.css"), add(document.createElement("script"), "search.js")]);
    }
    return loading;
  }
  function fetched() {
    return fetch(link.href).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }).then(function (text) { return new DOMParser().parseFromString(text, "text/html").querySelector(".fb-search"); });
  }
  function build(form) {
    var page = document.createElement("div");
    page.className = "fb-page";
    form.querySelector(".fb-search__ways").remove();
    page.appendChild(document.importNode(form, true));
    dialog = document.createElement("dialog");
    dialog.className = "fb-dialog md-typeset";
    dialog.setAttribute("aria-label", link.getAttribute("aria-label"));
    dialog.appendChild(page);
    dialog.addEventListener("click", function (event) {
      if (event.target === dialog || event.target.closest(".fb-hits a")) dialog.close();
    });
    document.body.appendChild(dialog);
    window.factbookSearch(page.firstChild, link.href, dialog);
  }
  function open() {
    if (dialog) { show(); return; }
    if (open.waiting) return;
    open.waiting = true;
    Promise.all([fetched(), load()]).then(function (found) { build(found[0]); show(); }).catch(function () { location.href = link.href; });
  }
  function show() {
    if (!dialog.open) dialog.showModal();
    var box = dialog.querySelector("input");
    box.focus();
    box.select();
  }
  function isTyping(node) {
    return node.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(node.tagName) && node.type !== "checkbox" && node.type !== "radio";
  }

  link.addEventListener("click", function (event) {
    if (here || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  addEventListener("keydown", function (event) {
    if ((event.key !== "/" && event.key !== "s") || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open], :popover-open")) return;
    event.preventDefault();
    if (here) here.querySelector("input").focus();
    else open();
  });
  if (here) load().then(function () { window.factbookSearch(here, link.href, null); });
})();
