"use strict";
(() => {
  const all = [...document.querySelectorAll(".f")];
  const walk = document.querySelector(".walk");
  if (!walk) return;
  const told = walk.querySelector("output");
  const kept = "fazhi " + location.pathname;
  const words = (card) => [...card.querySelectorAll("p")].map((p) => p.textContent).join("\n");
  const box = (card) => card.querySelector("input.done");
  const seen = () => all.filter((card) => card.getClientRects().length);
  let now = null;

  const tell = () => {
    const shown = seen(), place = shown.indexOf(now) + 1, done = all.filter((card) => box(card).checked).length;
    told.textContent = (place ? place + "/" : "共 ") + shown.length + (done ? "，已处理 " + done : "");
  };
  const show = (card) => {
    if (now) now.classList.remove("now");
    now = card;
    now.classList.add("now");
    now.focus({ preventScroll: true });
    now.scrollIntoView({ block: "center" });
    tell();
  };
  const step = (by) => {
    const shown = seen();
    if (!shown.length) return;
    let at = shown.indexOf(now);
    if (at < 0) {
      const next = shown.findIndex((card) => card.getBoundingClientRect().bottom > 120);
      at = by > 0 ? (next < 0 ? -1 : next - 1) : next;
    }
    show(shown[(at + by + shown.length) % shown.length]);
  };
  const keep = () => {
    try {
      localStorage.setItem(kept, JSON.stringify(all.filter((card) => box(card).checked).map(words)));
    } catch { /* a browser that keeps nothing for files */ }
    tell();
  };
  const copy = (card) => {
    const area = document.createElement("textarea");
    area.value = words(card);
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };

  try {
    const before = new Set(JSON.parse(localStorage.getItem(kept) || "[]"));
    for (const card of all) box(card).checked = before.has(words(card));
  } catch { /* nothing kept */ }
  for (const card of all) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "复制";
    button.addEventListener("click", () => copy(card));
    card.prepend(button);
    box(card).addEventListener("change", keep);
  }
  walk.hidden = false;
  walk.querySelector(".on").addEventListener("click", () => step(1));
  walk.querySelector(".back").addEventListener("click", () => step(-1));
  for (const each of document.querySelectorAll(".k")) each.addEventListener("change", tell);
  for (const link of document.querySelectorAll('.row a[href^="#f"]')) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(document.getElementById(link.hash.slice(1)));
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "n") step(1);
    else if (key === "k" || key === "p") step(-1);
    else if (key === "x" && now) { box(now).checked = !box(now).checked; keep(); }
    else if (key === "c" && now) copy(now);
    else return;
    event.preventDefault();
  });
  tell();
})();
