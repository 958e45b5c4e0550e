/* The search itself: an index in small files (site/search_index), of which each question loads the few that
   it needs. It stands on a page of its own, whose address holds the question, or in a dialog. */
window.factbookSearch = function (root, page, dialog) {
  "use strict";
  var say = JSON.parse(root.getAttribute("data-words")), SHOWN = 10;
  var form = root.querySelector("form"), box = form.elements.q, list = root.querySelector(".fb-hits");
  var status = root.querySelector("[role=status]"), more = root.querySelector(".fb-search__more");
  var ways = root.querySelector(".fb-search__ways"), alone = null;
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var folder = new URL("./", page), top = new URL("../", folder), files = {}, manifest = null, asked = 0, timer = 0;

  /* ---- words, cut as site/search_index/tokenize.py cuts them; a test compares the two ---- */
  var MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+/g;
  var UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+/g;
  function fold(text) {
    text = text.toLowerCase().replace(/(\d)[,.'’\u00a0\u202f](?=\d{3}(?!\d))/g, "$1");
    return text.normalize("NFKD").replace(MARKS, "").normalize("NFC").replace(/ß/g, "ss").replace(/ς/g, "σ");
  }
  function words(text) {
    return (fold(text).match(/[\p{L}\p{N}]+/gu) || []).flatMap(function (word) {
      var found = [], end = 0;
      word.replace(UNSPACED, function (run, at) {
        if (at > end) found.push(word.slice(end, at));
        found.push.apply(found, Array.from(run));
        for (var i = 0; i + 1 < run.length; i += 1) found.push(run.slice(i, i + 2));
        end = at + run.length;
      });
      if (end < word.length) found.push(word.slice(end));
      return found;
    });
  }
  window.factbookSearch.words = words;

  /* ---- the index ---- */
  function get(name) {
    if (!files[name]) {
      var first = name === "manifest", address = new URL(name + ".json", folder);
      if (!first) address.search = "v=" + manifest.version;
      files[name] = fetch(address, first ? { cache: "no-cache" } : {}).then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      });
      files[name].catch(function () { delete files[name]; });
    }
    return files[name];
  }
  function shard(text) {
    var value = 0x811c9dc5;
    new TextEncoder().encode(text).forEach(function (byte) { value = Math.imul(value ^ byte, 0x01000193) >>> 0; });
    return get("words-" + value % manifest.shards);
  }
  function each(packed, visit) {
    var at = 0, i;
    if (typeof packed !== "string") {
      for (i = 0; i < packed.length; i += 1) visit(at += packed[i]);
      return;
    }
    var bits = atob(packed);
    for (at = 0; at < bits.length; at += 1) {
      for (var byte = bits.charCodeAt(at), bit = 0; byte; byte >>= 1, bit += 1) if (byte & 1) visit(at * 8 + bit);
    }
  }
  /* What a word is worth in each entry: 2 as it stands, 1 as a beginning, and 3 more in the title of a page. */
  function worth(word) {
    return shard(word.slice(0, manifest.prefix)).then(function (keys) {
      var found = new Uint8Array(manifest.entries);
      function count(key, value) {
        each(keys[key], function (entry) { if (found[entry] < value) found[entry] = value; });
      }
      Object.keys(keys).forEach(function (key) {
        if (key !== word && word.length >= manifest.prefix && key.startsWith(word)) count(key, 1);
      });
      if (keys[word]) count(word, 2);
      if (keys["=" + word]) count("=" + word, 5);
      return found;
    });
  }
  function having(select) {
    var key = ":" + select.name + ":" + select.value;
    return shard(key).then(function (keys) {
      var found = new Uint8Array(manifest.entries);
      if (keys[key]) each(keys[key], function (entry) { found[entry] = 1; });
      return found;
    });
  }
  /* Entries that have all words, else those that have most; the order of the index decides among equals. */
  function find(terms, chosen) {
    return Promise.all([Promise.all(terms.map(worth)), Promise.all(chosen.map(having))]).then(function (found) {
      var hits = [], most = 0;
      for (var entry = 0; entry < manifest.entries; entry += 1) {
        if (!found[1].every(function (filter) { return filter[entry]; })) continue;
        var matched = 0, value = 0;
        found[0].forEach(function (term) { if (term[entry]) { matched += 1; value += term[entry]; } });
        if (matched < most || (terms.length && !matched)) continue;
        if (matched > most) { most = matched; hits = []; }
        hits.push({ entry: entry, value: value });
      }
      hits.sort(function (one, other) { return other.value - one.value || one.entry - other.entry; });
      return { hits: hits, all: most === terms.length };
    });
  }
  function rows(hits) {
    return Promise.all(hits.map(function (hit) {
      return get("entries-" + Math.floor(hit.entry / manifest.piece)).then(function (piece) { return piece[hit.entry % manifest.piece]; });
    }));
  }

  /* ---- what is shown ---- */
  var WORD = /\d+(?:[,.'’\u00a0\u202f]\d{3}(?!\d))*|[\p{L}\p{N}\p{M}]+/gu;
  function isHit(word, terms) {
    return words(word).some(function (part) { return terms.some(function (term) { return term === part || (term.length >= manifest.prefix && part.startsWith(term)); }); });
  }
  function marked(node, text, terms) {
    var end = 0, found = 0;
    text.replace(WORD, function (word, at) {
      if (!isHit(word, terms)) return;
      var mark = document.createElement("mark");
      mark.textContent = word;
      node.append(text.slice(end, at), mark);
      end = at + word.length;
      found += 1;
    });
    node.append(text.slice(end));
    return found;
  }
  function small(name, text) {
    var node = document.createElement("p");
    node.className = name;
    node.textContent = text;
    return node;
  }
  /* A row holds address, kind, title, text, note and language of the title (see site/search_index/entries.py). */
  function item(row, terms) {
    var node = document.createElement("li"), link = document.createElement("a"), text = small("fb-hits__x", "");
    link.href = new URL(row[0], top).href;
    if (row[5]) link.lang = row[5];
    marked(link, row[2], terms);
    node.append(small("fb-hits__k", [say[row[1]] || say.page, row[4]].filter(Boolean).join(" · ")), link);
    if (marked(text, row[3].length > 300 ? row[3].slice(0, 300) + " …" : row[3], terms) || row[1] !== "fact") node.append(text);
    return node;
  }
  function show(found, terms, from) {
    var shown = found.hits.slice(from, from + SHOWN), now = asked;
    return rows(shown).then(function (got) {
      if (now !== asked) return;
      if (!from) list.replaceChildren();
      got.forEach(function (row) { list.append(item(row, terms)); });
      more.hidden = from + SHOWN >= found.hits.length;
      more.onclick = function () {
        show(found, terms, from + SHOWN).then(function () { list.children[from + SHOWN].querySelector("a").focus(); });
      };
    });
  }
  function tell(text) {
    status.textContent = text;
    document.documentElement.classList.remove("fb-filtering");   // from now on the page may be seen
  }
  function answer() {
    var now = asked += 1, terms = Array.from(new Set(words(box.value))), chosen = selects.filter(function (select) { return select.value; });
    remember();
    if (ways) ways.hidden = terms.length + chosen.length > 0;
    if (!terms.length && !chosen.length) {
      list.replaceChildren();
      more.hidden = true;
      tell("");
      return;
    }
    find(terms, chosen).then(function (found) {
      if (now !== asked) return;
      var words = found.hits.length ? (found.all ? say.found : say.some) : say.none;
      return show(found, terms, 0).then(function () {
        if (now === asked) tell(words.replace("{n}", found.hits.length.toLocaleString(document.documentElement.lang)));
      });
    }).catch(function () { tell(say.failed); });
  }

  /* ---- the address ---- */
  function query() {
    var asks = new URLSearchParams();
    [box].concat(selects).forEach(function (field) { if (field.value.trim()) asks.set(field.name, field.value.trim()); });
    var text = asks.toString();
    return text ? "?" + text : "";
  }
  function remember() {
    if (alone) alone.href = folder.href + query();
    else history.replaceState(history.state, "", location.pathname + query());
  }
  function read() {
    var asks = new URLSearchParams(location.search);
    box.value = asks.get("q") || "";
    selects.forEach(function (select) {
      select.value = asks.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
  }

  /* ---- the form ---- */
  function offer() {
    selects.forEach(function (select) {
      var values = manifest.filters[select.name] || [];
      values.forEach(function (value) {
        var option = document.createElement("option");
        option.value = value[0];
        option.textContent = value[1];   // how many of the hits have it, nobody knows without loading it
        select.append(option);
      });
      select.disabled = !values.length;
    });
  }
  function later() {
    clearTimeout(timer);
    timer = setTimeout(answer, 80);
  }
  function step(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || event.target.localName === "select") return;
    var stops = [box].concat(Array.prototype.slice.call(list.querySelectorAll("a")));
    var to = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (stops.indexOf(document.activeElement) < 0 || !to) return;
    event.preventDefault();
    to.focus();
  }
  function dress() {
    var bar = document.createElement("p"), close = document.createElement("button");
    alone = document.createElement("a");
    alone.textContent = say.alone;
    alone.href = folder.href;
    close.type = "button";
    close.textContent = say.close;
    close.addEventListener("click", function () { dialog.close(); });
    bar.className = "fb-search__bar";
    bar.append(alone, close);
    root.append(bar);
  }

  if (dialog) dress();
  form.hidden = false;
  form.addEventListener("input", function (event) {
    if (event.target !== box) return;
    if (alone) remember();   // at once: who follows the link is not to get the question of a moment ago
    if (manifest) later();
  });
  /* The box tells of a change again when it loses the focus: an answer then would take the hit from under the pointer. */
  form.addEventListener("change", function (event) { if (manifest && event.target !== box) answer(); });
  form.addEventListener("reset", function () { setTimeout(function () { if (manifest) answer(); box.focus(); }); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = list.querySelector("a");
    if (first) first.focus();
  });
  root.addEventListener("keydown", step);
  get("manifest").then(function (found) {
    manifest = found;
    offer();
    if (!dialog) {
      if (location.search.length > 1) read();
      addEventListener("popstate", function () { read(); answer(); });
    }
    if (query()) answer(); else tell("");
  }).catch(function () { tell(say.failed); });
};
