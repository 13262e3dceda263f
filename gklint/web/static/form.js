"use strict";
// While numbers are typed or pasted, the server says which totals follow and what does not add up;
// without this script a button asks for that.
(() => {
  const form = document.querySelector("form.fill"), told = form.querySelector(".sums-wrong");
  const fields = [...form.querySelectorAll("td input")];
  const DELAY = 150;
  let waiting, asked = 0;

  const show = ({ computed, broken, unread, said }) => {
    const wrong = new Set(broken.flatMap((each) => each.fields)), odd = new Set(unread);
    for (const field of fields) {
      field.placeholder = computed[field.name] ?? "";
      field.classList.toggle("error", wrong.has(field.name));
      field.classList.toggle("unread", odd.has(field.name));
      field.title = broken.filter((each) => each.fields.includes(field.name)).map((each) => each.said).join("\n");
      if (wrong.has(field.name) || odd.has(field.name)) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
    const list = document.createElement("ul");
    for (const each of said) list.appendChild(document.createElement("li")).textContent = each;
    told.replaceChildren(list);
  };

  const ask = async () => {
    const number = ++asked;
    try {
      const body = new FormData(form);
      const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
      const found = await answer.json();
      if (number !== asked) return; // something else was typed since
      show(answer.ok ? found : { computed: {}, broken: [], unread: [], said: [found.problem] });
    } catch { /* the buttons work without it, and say so if not */ }
  };

  // The fields of a table by rows, and where one of them is among these.
  const at = (field) => {
    const rows = [...field.closest("table").rows].map((row) => [...row.querySelectorAll("input")])
      .filter((row) => row.length);
    const down = rows.findIndex((row) => row.includes(field));
    return { rows, down, across: rows[down].indexOf(field) };
  };

  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, DELAY); });

  // Cells that were copied from a spreadsheet go into the fields from here on, row by row.
  form.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    if (!event.target.matches("td input") || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const { rows, down, across } = at(event.target);
    text.replace(/\r?\n$/, "").split(/\r?\n/).forEach((line, i) => line.split("\t").forEach((cell, j) => {
      const field = rows[down + i]?.[across + j];
      if (field) field.value = cell.trim();
    }));
    ask();
  });

  // Enter goes down, as in a spreadsheet; only the buttons send the form.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input")) return;
    event.preventDefault();
    if (!fields.includes(event.target)) return;
    const { rows, down, across } = at(event.target), below = rows[down + 1] ?? [];
    const next = below[Math.min(across, below.length - 1)];
    next?.focus();
    next?.select();
  });
})();
