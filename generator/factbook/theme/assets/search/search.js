/* The search itself: an index in small files (site/search_index), of which each question loads the few that it needs.
   It stands on a page of its own, whose address holds the question. */
window.factbookSearch = function (root) {
  "use strict";
  var say = JSON.parse(root.getAttribute("data-words")), SHOWN = 20, ANSWERS = 2, PAGES_FIRST = 3;
  var form = root.querySelector("form"), box = form.elements.q, list = root.querySelector(".hits");
  var status = root.querySelector("[role=status]"), told = root.querySelector(".told"), answers = root.querySelector(".answers");
  var kinds = root.querySelector(".filter"), more = root.querySelector(".more-hits"), ways = root.querySelector(".ways");
  var folder = new URL("./", location.href), files = {}, manifest = null, asked = 0, timer = 0, kind = "";

  /* ---- words, cut and stemmed as site/search_index/tokenize.py does it; a test compares the two ---- */
  var MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+/g;
  var UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+/g;
  var NUMBERED = /(^|[^\p{L}\p{N}])(\p{L}{1,8})[-\u2010\u2011\u2013](\d+)(?![\p{L}\p{N}])/gu;
  function fold(text) {
    text = text.toLowerCase().replace(/(\d)[,.'’\u00a0\u202f](?=\d{3}(?!\d))/g, "$1");
    text = text.normalize("NFKD").replace(MARKS, "").normalize("NFC");
    return Array.from(text, function (sign) { return manifest.letters[sign] || sign; }).join("").replace(NUMBERED, "$1$2$3");
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
  function stem(word) {
    if (/^\p{N}/u.test(word)) return word;
    manifest.endings.some(function (pair) {
      var ending = pair[0], rest = word.length - ending.length;
      if (!word.endsWith(ending) || rest < manifest.least || (ending === "s" && /[sui]s$/.test(word))) return false;
      word = word.slice(0, rest) + pair[1];
      return true;
    });
    if (manifest.undoubled && word.length > manifest.least && /([bcdfghjklmnpqrtvwxzбвгджзклмнпрстфхцчш])\1$/.test(word)) word = word.slice(0, -1);
    if (manifest.silent && word.length > manifest.least && word.endsWith(manifest.silent)) word = word.slice(0, -manifest.silent.length);
    return word;
  }
  window.factbookSearch.words = words;
  window.factbookSearch.stem = stem;

  /* What is looked for: each word once, without those of `stop`; all of them when nothing else is left. */
  function terms(text) {
    var all = words(text), meant = all.filter(function (word) { return manifest.stop.indexOf(word) < 0; });
    var left = all.filter(function (word) { return manifest.stop.indexOf(word) >= 0; });
    var byStem = new Map((meant.length ? meant : all).map(function (word) { return [stem(word), word]; }));
    return {
      stems: Array.from(byStem.keys()),
      shown: Array.from(byStem.values()),
      left: meant.length ? Array.from(new Set(left)) : [],
      counting: all.some(function (word) { return manifest.counting.indexOf(word) >= 0; })
    };
  }

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
  /* Steps between two words: letters put in, left out, changed or swapped. */
  function distance(one, other) {
    var before = [], row = Array.from({ length: other.length + 1 }, function (_, at) { return at; });
    for (var i = 1; i <= one.length; i += 1) {
      var last = row, now = [i];
      for (var j = 1; j <= other.length; j += 1) {
        now[j] = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) now[j] = Math.min(now[j], before[j - 2] + 1);
      }
      before = last;
      row = now;
    }
    return row[other.length];
  }
  /* The nearest word that the index has, for one that it does not have. */
  function nearest(word, keys) {
    var most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2, best = null;
    Object.keys(keys).forEach(function (key) {
      if (/^[=:]/.test(key) || Math.abs(key.length - word.length) > most) return;
      var steps = distance(word, key);
      if (steps <= most && (!best || steps < best.steps)) best = { key: key, steps: steps };
    });
    return best && best.key;
  }
  /* What a word is worth in each entry: 1 in its title, half in its text, less as a beginning; rare words weigh more. */
  function worth(word) {
    return shard(word.slice(0, manifest.prefix)).then(function (keys) {
      var found = new Float32Array(manifest.entries), hits = 0, instead = "";
      function count(key, value) {
        if (keys[key]) each(keys[key], function (entry) { if (!found[entry]) hits += 1; if (found[entry] < value) found[entry] = value; });
      }
      function look(word) {
        Object.keys(keys).forEach(function (key) {
          if (key !== word && word.length >= manifest.prefix && key.startsWith(word)) count(key, 0.35);
        });
        count(word, 0.5);
        count("=" + word, 1);
      }
      look(word);
      if (!hits && (instead = nearest(word, keys))) look(instead);
      return { word: instead || word, corrected: Boolean(instead), missing: !hits, values: found, weight: Math.log(1 + manifest.entries / (1 + hits)) };
    });
  }
  function figures() {
    return shard(":fi").then(function (keys) {
      var found = new Uint8Array(manifest.entries);
      if (keys[":figure"]) each(keys[":figure"], function (entry) { found[entry] = 1; });
      return found;
    });
  }
  function kindOf(entry) {
    var at = 0;
    return manifest.kinds.find(function (pair) { return entry < (at += pair[1]); })[0];
  }
  /* Entries that have all words, else those that have most. A page is worth more when its name has all of them, a
     figure when a number is asked for; among equals the order of the index decides, in which newer facts come first. */
  function find(asks) {
    return Promise.all([Promise.all(asks.stems.map(worth)), figures()]).then(function (found) {
      var hits = [], most = 0, full = 0;
      found[0].forEach(function (term) { full += term.weight; });
      for (var entry = 0; entry < manifest.entries; entry += 1) {
        var matched = 0, value = 0, named = 0;
        found[0].forEach(function (term) {
          if (!term.values[entry]) return;
          matched += 1;
          value += term.values[entry] * term.weight;
          if (term.values[entry] === 1) named += 1;
        });
        if (!matched || matched < most) continue;
        if (matched > most) { most = matched; hits = []; }
        var what = kindOf(entry), all = named === asks.stems.length;
        if (all && what !== "fact") value += full / 2;
        if (asks.counting && found[1][entry]) value += full / 3;
        hits.push({ entry: entry, value: value, kind: what, named: all });
      }
      hits.sort(function (one, other) { return other.value - one.value || one.entry - other.entry; });
      return { hits: mixed(hits), all: most === asks.stems.length, words: found[0] };
    });
  }
  /* Facts are never far down: at most a few pages stand before the first of them. */
  function mixed(hits) {
    var fact = hits.findIndex(function (hit) { return hit.kind === "fact"; });
    if (fact > PAGES_FIRST) hits.splice.apply(hits, [PAGES_FIRST, 0].concat(hits.splice(fact, 1)));
    return hits;
  }
  function rows(hits) {
    return Promise.all(hits.map(function (hit) {
      return get("entries-" + Math.floor(hit.entry / manifest.piece)).then(function (piece) { return piece[hit.entry % manifest.piece]; });
    }));
  }

  /* ---- what is shown ---- */
  function made(html) {
    return new DOMParser().parseFromString("<body>" + html, "text/html").body.firstElementChild;
  }
  var WORD = /\p{L}{1,8}[-\u2010\u2011\u2013]\d+|\d+(?:[,.'’\u00a0\u202f]\d{3}(?!\d))*|[\p{L}\p{N}\p{M}]+/gu;
  function isHit(word, stems) {
    return words(word).map(stem).some(function (part) {
      return stems.some(function (term) { return term === part || (term.length >= manifest.prefix && part.startsWith(term)); });
    });
  }
  function mark(node, stems) {
    var walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    texts.forEach(function (text) {
      var parts = [], end = 0;
      text.data.replace(WORD, function (word, at) {
        if (!isHit(word, stems)) return;
        var node = document.createElement("mark");
        node.textContent = word;
        parts.push(text.data.slice(end, at), node);
        end = at + word.length;
      });
      if (parts.length) text.replaceWith.apply(text, parts.concat(text.data.slice(end)));
    });
  }
  function show(found, from) {
    var hits = kind ? found.hits.filter(function (hit) { return hit.kind === kind; }) : found.hits, now = asked;
    var stems = found.words.map(function (term) { return term.word; });
    return rows(hits.slice(from, from + SHOWN)).then(function (got) {
      if (now !== asked) return;
      if (!from) list.replaceChildren();
      got.forEach(function (row) {
        var item = document.adoptNode(made(row[1]));
        item.querySelectorAll(".say").forEach(function (line) {
          Array.from(line.childNodes).forEach(function (node) { if (!node.classList || !node.classList.contains("cites")) mark(wrap(node), stems); });
        });
        list.append(item);
      });
      more.hidden = from + SHOWN >= hits.length;
      more.onclick = function () {
        show(found, from + SHOWN).then(function () { list.children[from + SHOWN].querySelector("a").focus(); });
      };
    });
  }
  function wrap(node) {
    if (node.nodeType !== 3) return node;
    var span = document.createElement("span");
    node.replaceWith(span);
    span.append(node);
    return span;
  }
  /* The figures of the numbers that the question fits best. */
  function tellAnswers(found, asks) {
    var series = found.hits.filter(function (hit) { return hit.kind === "series" && found.all && (asks.counting || hit.named); });
    var now = asked;
    return rows(series.slice(0, ANSWERS)).then(function (got) {
      if (now !== asked) return;
      answers.hidden = !got.length;
      answers.querySelector("div").replaceChildren.apply(answers.querySelector("div"), got.map(function (row) { return document.adoptNode(made(row[2])); }));
    });
  }
  function tellKinds(found) {
    var counts = {}, several;
    found.hits.forEach(function (hit) { counts[hit.kind] = (counts[hit.kind] || 0) + 1; });
    several = Object.keys(counts).length > 1;
    if (kind && !counts[kind]) kind = "";
    kinds.hidden = !several;
    kinds.replaceChildren.apply(kinds, [["", found.hits.length]].concat(manifest.kinds.map(function (pair) { return [pair[0], counts[pair[0]]]; }))
      .filter(function (pair) { return pair[1]; }).map(function (pair) {
        var button = document.createElement("button");
        button.type = "button";
        button.textContent = say.kinds[pair[0] || "all"] + " " + number(pair[1]);
        button.setAttribute("aria-pressed", String(pair[0] === kind));
        button.onclick = function () { kind = pair[0]; tellKinds(found); show(found, 0); };
        return button;
      }));
  }
  function number(value) { return value.toLocaleString(document.documentElement.lang); }
  function tellWords(found, asks) {
    var changed = found.words.filter(function (term) { return term.corrected; }).map(function (term) { return term.word; });
    var missing = asks.shown.filter(function (_, at) { return found.words[at].missing; });
    told.textContent = [
      changed.length ? say.instead.replace("{words}", changed.join(", ")) : "",
      missing.length ? say.missing.replace("{words}", missing.join(", ")) : "",
      asks.left.length ? say.left.replace("{words}", asks.left.join(", ")) : ""
    ].filter(Boolean).join(" ");
  }
  function empty(words) {
    list.replaceChildren();
    more.hidden = answers.hidden = kinds.hidden = true;
    told.textContent = "";
    status.textContent = words;
  }
  function answer() {
    if (!manifest) return;   // what is in the field by then is asked when it is there
    var now = asked += 1, asks = terms(box.value);
    history.replaceState(history.state, "", location.pathname + (box.value.trim() ? "?q=" + encodeURIComponent(box.value.trim()) : ""));
    ways.hidden = asks.stems.length > 0;
    if (!asks.stems.length) { empty(""); return; }
    find(asks).then(function (found) {
      if (now !== asked) return null;
      if (!found.hits.length) { empty(say.none); ways.hidden = false; return null; }
      tellWords(found, asks);
      return tellAnswers(found, asks).then(function () {   // from the top down, so that nothing shown moves again
        if (now !== asked) return null;
        tellKinds(found);
        return show(found, 0);
      }).then(function () {
        if (now === asked) status.textContent = (found.all ? say.found : say.some).replace("{n}", number(found.hits.length));
      });
    }).catch(function () { status.textContent = say.failed; });
  }

  function question() { return new URLSearchParams(location.search).get("q") || ""; }

  form.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(answer, 120); });
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(timer); answer(); });
  box.value = question() || box.value;
  addEventListener("popstate", function () { box.value = question(); answer(); });
  get("manifest").then(function (found) {
    manifest = found;
    if (box.value.trim()) answer();
  }).catch(function () { status.textContent = say.failed; });
};
