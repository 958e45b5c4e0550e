/* Tables marked `fb-sortable` sort by a click on a heading. Without this file they stand in their first order. */
(function () {
  "use strict";
  function value(row, column) {
    var cell = row.cells[column], typed = cell.dataset.sort;
    if (typed !== undefined) return typed;
    return cell.classList.contains("num") ? cell.textContent.replace(/\D/g, "") : cell.textContent.trim();
  }

  function sort(table, column, heading) {
    var ascending = heading.getAttribute("aria-sort") !== "ascending";
    var numeric = heading.classList.contains("num");
    var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    var body = table.tBodies[0], rows = Array.prototype.slice.call(body.rows);
    rows.sort(function (one, other) {
      var a = value(one, column), b = value(other, column);
      return (ascending ? 1 : -1) * (numeric ? (parseFloat(a) || 0) - (parseFloat(b) || 0) : collator.compare(a, b));
    });
    body.append.apply(body, rows);
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) { cell.removeAttribute("aria-sort"); });
    heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  }

  document.querySelectorAll("table.fb-sortable").forEach(function (table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (heading, column) {
      if (!heading.textContent.trim() || heading.hasAttribute("data-unsorted")) return;
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.prototype.slice.call(heading.childNodes));
      button.addEventListener("click", function () { sort(table, column, heading); });
      heading.appendChild(button);
    });
  });
})();
