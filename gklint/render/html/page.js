"use strict";
// What a click or the arrow keys add to a page that holds all without them: a finding shows its
// cells, a cell the sums that it takes part in.
(() => {
  const own = "own", part = "part", on = "on";
  let shown = [], awaited;

  const show = (element, kind) => {
    if (element) { element.classList.add(kind); shown.push([element, kind]); }
  };
  const clear = () => {
    for (const [element, kind] of shown) element.classList.remove(kind);
    for (const panel of document.querySelectorAll(".panel:not([hidden])")) panel.hidden = true;
    shown = [];
  };
  const nameOf = (element) => element.closest("article").getAttribute("aria-labelledby");
  const cellsOf = (element) => (element.dataset.c || "").split(" ").filter(Boolean)
    .map((token) => document.getElementById(`${nameOf(element)}c${token}`));
  const open = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };

  // What stands before a place is laid out only when it comes near, and then moves the place: it is
  // kept in view for some frames, or until the reader scrolls or goes elsewhere.
  const keep = (element, frames, hash) => {
    if (location.hash !== hash) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) element.scrollIntoView({ block: "center" });
    if (frames) awaited = requestAnimationFrame(() => keep(element, frames - 1, hash));
  };
  const leave = () => cancelAnimationFrame(awaited);
  const bring = (element) => {
    leave();
    open(element);
    element.scrollIntoView({ block: "center" });
    keep(element, 30, location.hash);
  };

  const showFinding = (finding) => {
    clear();
    show(finding, on);
    const [first, ...others] = cellsOf(finding);
    show(first, own);
    for (const cell of others) show(cell, part);
  };

  const showCell = (cell) => {
    clear();
    show(cell, own);
    const area = cell.closest(".table"), panel = area.nextElementSibling;
    if (!panel || !panel.classList.contains("panel")) return;
    const token = cell.id.slice(nameOf(cell).length + 1);
    const sums = [...(panel.nextElementSibling?.querySelectorAll("li") ?? [])]
      .filter((sum) => (sum.dataset.c || "").split(" ").includes(token));
    const list = document.createElement("ul");
    for (const sum of sums) {
      const item = list.appendChild(sum.cloneNode(true));
      item.removeAttribute("id");
      for (const each of cellsOf(sum)) if (each !== cell) show(each, part);
    }
    panel.replaceChildren(sums.length ? list : panel.dataset.empty);
    panel.hidden = false;
  };

  const reach = (cell) => {
    for (const each of cell.closest("table").querySelectorAll("td[tabindex]")) each.tabIndex = -1;
    cell.tabIndex = 0;
  };

  const move = (cell, key) => {
    const rows = [...cell.closest("table").rows].map((row) => [...row.querySelectorAll("td")])
      .filter((row) => row.length);
    const down = rows.findIndex((row) => row.includes(cell)), across = rows[down].indexOf(cell);
    const next = { ArrowUp: [down - 1, across], ArrowDown: [down + 1, across],
      ArrowLeft: [down, across - 1], ArrowRight: [down, across + 1] }[key];
    const row = rows[next[0]], found = row && row[Math.min(next[1], row.length - 1)];
    if (!found) return;
    reach(found);
    found.focus();
  };

  document.addEventListener("click", (event) => {
    const cell = event.target.closest(".table td"), finding = event.target.closest(".finding");
    const link = event.target.closest("a[href^='#']");
    if (cell && !link) {
      reach(cell);
      cell.focus({ preventScroll: true });
      showCell(cell);
    }
    else if (finding && !event.target.closest("summary")) {
      showFinding(finding);
      if (!link && !getSelection().toString()) {
        const place = finding.querySelector("a.place");
        const target = place && document.getElementById(place.hash.slice(1));
        if (target) bring(target);
      }
    }
  });
  const follow = () => {
    leave();
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.classList.contains("finding")) showFinding(target);
    bring(target);
  };
  document.addEventListener("focusin", (event) => {
    const finding = event.target.closest(".finding");
    if (finding) showFinding(finding);
    else if (event.target.matches(".table td")) showCell(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
    const cell = event.target.closest?.(".table td");
    if (!cell || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    move(cell, event.key);
  });
  for (const kind of ["wheel", "pointerdown", "keydown"]) addEventListener(kind, leave, { passive: true });
  addEventListener("hashchange", follow);
  // Of each table one cell is reached by Tab, the others from there by arrow keys.
  for (const table of document.querySelectorAll(".table table")) table.querySelector("td").tabIndex = 0;
  if (location.hash) follow();
})();
