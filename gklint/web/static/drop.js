"use strict";
// Files and folders that are dropped or chosen are sent one by one, so that it shows how far they
// are; without this script the form sends them all at once.
(() => {
  const form = document.querySelector("form.drop"), said = form.dataset;
  const progress = form.querySelector(".progress"), bar = progress.querySelector("progress");
  const problem = form.querySelector(".problem"), chosen = form.querySelector(".chosen");
  const AT_ONCE = 4, SHOWN = 5;
  let earlier = [], busy = false;

  for (const each of document.querySelectorAll(".with-script")) each.hidden = false;

  const fail = (text) => { problem.textContent = text; problem.hidden = false; };

  const post = async (address, body) => {
    let answer;
    try {
      answer = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
    } catch { throw new Error(said.lost); }
    const found = await answer.json().catch(() => ({ problem: said.lost }));
    if (!answer.ok) throw new Error(found.problem);
    return found;
  };

  const fits = ({ file, name }) => {
    if (file.size <= Number(said.most) * 1024 * 1024) return true;
    throw new Error(`${name}: ${said.tooLarge}`);
  };

  const send = async (files) => {
    if (busy) return;
    if (!files.length) { fail(said.nothing); return; }
    busy = true;
    problem.hidden = true;
    progress.hidden = false;
    bar.max = files.length + earlier.length;
    bar.value = 0;
    try {
      [...files, ...earlier].forEach(fits);
      const { tray } = await post(said.trays), base = `${said.trays}/${tray}`;
      const each = async (list, query) => {
        const waiting = list.values();
        const work = async () => {
          for (const { file, name } of waiting) {
            progress.querySelector("span").textContent = `${bar.value} / ${bar.max}`;
            await post(`${base}/files?${query}name=${encodeURIComponent(name)}`, file);
            bar.value += 1;
          }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, work));
      };
      await each(earlier, "earlier=1&");
      await each(files, "");
      location.assign(files.length === 1 ? `${base}/0` : base);
    } catch (error) {
      fail(error.message);
      progress.hidden = true;
    }
    busy = false;
  };

  const named = (files) => [...files].map((file) => ({ file, name: file.webkitRelativePath || file.name }));

  // All files of what was dropped, those in folders too.
  const entries = async (entry, path) => {
    if (entry.isFile) {
      const file = await new Promise((done, failed) => entry.file(done, failed));
      return [{ file, name: path + file.name }];
    }
    const reader = entry.createReader(), found = [];
    for (;;) { // a folder is read a hundred at a time
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length) break;
      for (const each of some) found.push(...await entries(each, `${path}${entry.name}/`));
    }
    return found;
  };
  const dropped = async (transfer) => {
    const items = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!items.length) return named(transfer.files);
    return (await Promise.all(items.map((entry) => entries(entry, "")))).flat();
  };
  const visible = (files) => files.filter(({ name }) => !name.split("/").pop().startsWith("."));

  const keep = (files) => {
    earlier = files;
    const names = files.slice(0, SHOWN).map(({ name }) => name);
    const list = new Intl.ListFormat(document.documentElement.lang, { type: "unit" }).format(names);
    chosen.textContent = list + (files.length > SHOWN ? ` … (${files.length})` : "");
  };
  const take = { files: send, earlier: keep };

  for (const input of form.querySelectorAll("input[type=file]")) {
    input.addEventListener("change", () => take[input.dataset.for || input.name](visible(named(input.files))));
  }
  for (const [id, name] of [["reports", "files"], ["last-year", "earlier"]]) {
    const area = document.getElementById(id);
    area.addEventListener("dragover", (event) => { event.preventDefault(); area.classList.add("over"); });
    area.addEventListener("dragleave", () => area.classList.remove("over"));
    area.addEventListener("drop", async (event) => {
      event.preventDefault();
      area.classList.remove("over");
      if (id === "last-year") area.open = true;
      take[name](visible(await dropped(event.dataTransfer)));
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(visible(named(form.elements.files.files)));
  });
  // Beside the areas nothing is dropped by mistake.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
})();
