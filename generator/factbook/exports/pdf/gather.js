/* Puts several pages of the site into the one that is open, so that they are printed as one document: ids get the
   page's path before them, and links between these pages lead to places in the document. */
async (asked) => {
  "use strict";
  const several = asked.pages.length > 1;
  const NAMES = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details"];

  function mark(path) { return "page-" + path.replace(/[^A-Za-z0-9-]/g, "_"); }
  function named(path, id) { return several ? mark(path) + "--" + id : id; }

  function link(a, path) {
    const url = new URL(a.getAttribute("href"), asked.root + path);
    const goal = decodeURIComponent(url.pathname), base = new URL(asked.root).pathname;
    if (url.origin !== new URL(asked.root).origin || !goal.startsWith(base)) return;
    a.dataset.inside = "";
    const to = goal.slice(base.length), id = decodeURIComponent(url.hash.slice(1));
    const fact = /(?:^|\/)facts\/([^/]+)\.html$/.exec(to);
    if (fact && document.getElementById("fact--" + fact[1])) {
      a.setAttribute("href", "#fact--" + fact[1]);
      return;
    }
    if (asked.pages.includes(to) && (several || id)) {
      a.setAttribute("href", "#" + (id ? named(to, id) : mark(to)));
    } else if (asked.published) {
      a.setAttribute("href", url.href);
    } else {
      a.removeAttribute("href");
    }
  }

  function rename(article, path) {
    article.querySelectorAll("[id]").forEach((one) => { one.id = named(path, one.id); });
    NAMES.forEach((name) => article.querySelectorAll("[" + name + "]").forEach((one) => {
      one.setAttribute(name, one.getAttribute(name).split(/\s+/).map((id) => named(path, id)).join(" "));
    }));
    ["clip-path", "fill", "marker-end", "marker-start", "mask"].forEach((name) => {
      article.querySelectorAll("[" + name + "^='url(#']").forEach((one) => {
        one.setAttribute(name, "url(#" + named(path, one.getAttribute(name).slice(5, -1)) + ")");
      });
    });
    article.querySelectorAll("use[href^='#']").forEach((one) => {
      one.setAttribute("href", "#" + named(path, one.getAttribute("href").slice(1)));
    });
    article.querySelectorAll("a[href]").forEach((a) => link(a, path));
    if (several) article.id = mark(path);
  }

  async function page(path) {
    const answer = await fetch(asked.root + path);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  const first = document.querySelector("article[data-page]");
  const place = first.parentNode;
  const appendix = document.createElement("article");
  appendix.className = "fb";
  appendix.style.breakBefore = "page";
  appendix.innerHTML = asked.appendix;
  if (asked.appendix) place.append(appendix);
  for (const path of asked.pages.slice(1)) {
    const other = (await page(path)).querySelector("article[data-page]");
    const copy = document.importNode(other, true);
    copy.querySelectorAll("script").forEach((script) => script.remove());
    copy.style.breakBefore = "page";
    rename(copy, path);
    place.append(copy);
  }
  rename(first, asked.pages[0]);
  if (asked.appendix) {
    appendix.querySelectorAll("a[href]").forEach((a) => link(a, asked.home));
    appendix.querySelectorAll("[id]").forEach((one) => { if (!one.id.startsWith("fact--")) one.removeAttribute("id"); });
    place.append(appendix);
  }
  /* Addresses are printed after links to other sites alone; a file's links can be followed, other than a sheet's. */
  const style = new CSSStyleSheet(); // made by a script, since the page's policy holds on paper too
  style.replaceSync("a[data-inside]::after { content: none !important }");
  document.adoptedStyleSheets.push(style);

  const home = await page(asked.home);
  const edited = first.querySelector(".facts-line span:last-child"), site = home.querySelector("meta[property='og:site_name']");
  if (several) document.title = site.content;
  await document.fonts.ready;
  return { kicker: edited ? edited.textContent.trim() : "", site: site ? site.content : "" };
}
