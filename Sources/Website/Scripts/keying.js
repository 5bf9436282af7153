// A paper sheet by number keys: a digit answers and goes on, Enter leaves blank, the next sheet comes by itself. Without this
// script the form is filled in field by field.
(() => {
  "use strict";
  const form = document.getElementById("keying");
  if (!form) return;
  const rows = Array.from(form.querySelectorAll("[data-row]"));
  const status = document.getElementById("keying-status");
  const counter = document.getElementById("keying-count");
  const next = document.getElementById("keying-next") || form.querySelector("button[type=submit]");
  document.getElementById("keying-keys").hidden = false;
  counter.hidden = false;

  const field = (row) => row.querySelector("input, textarea");
  const valueOf = (code) => {
    const row = rows.find((one) => one.dataset.row === code);
    return row ? field(row).value.trim() : "";
  };
  const say = (text) => { status.textContent = text; };

  const isAsked = (row) => {
    if (!row.dataset.askedAfter) return true;
    const given = valueOf(row.dataset.askedAfter);
    return given === "" ? field(row).value !== "" : row.dataset.anyOf.split(" ").includes(given);
  };

  const show = () => {
    let [keyed, asked] = [0, 0];
    for (const row of rows) {
      const isOpen = isAsked(row);
      row.classList.toggle("is-skipped", !isOpen);
      if (!isOpen) continue;
      asked += 1;
      const value = field(row).value.trim();
      if (value !== "") keyed += 1;
      row.classList.toggle("is-keyed", value !== "");
      const chosen = value.split(/[ ,;|]+/);
      for (const option of row.querySelectorAll("[data-option]")) {
        option.classList.toggle("is-chosen", chosen.includes(option.dataset.option));
      }
    }
    counter.textContent = `${keyed} of ${asked} keyed`;
  };

  const focusRow = (row) => {
    field(row).focus();
    if (field(row).select) field(row).select();
    row.scrollIntoView({ block: "nearest" });
  };

  const go = (row, step) => {
    let index = rows.indexOf(row) + step;
    while (rows[index] && !isAsked(rows[index])) index += step;
    if (rows[index]) {
      focusRow(rows[index]);
    } else if (step > 0) {
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    }
  };

  const set = (row, value, moves = true) => {
    field(row).value = value;
    row.classList.remove("has-error");
    show();
    say(`${row.dataset.row}: ${value || "blank"}`);
    if (moves) go(row, 1);
  };

  const refuse = (row) => {
    const none = row.dataset.none ? ", or X" : "";
    say(`${row.dataset.row} takes ${row.dataset.lowest} to ${row.dataset.highest}${none}.`);
    row.classList.remove("is-refused");
    void row.offsetWidth;
    row.classList.add("is-refused");
  };

  // What a key means on a row: a number, "x", or nothing.
  const meaning = (row, key) => {
    const { kind, lowest, highest, none } = row.dataset;
    if (/^[xX./-]$/.test(key)) return none ? "x" : undefined;
    if (kind === "yes-no") return { 1: "y", y: "y", Y: "y", 0: "n", n: "n", N: "n" }[key];
    const number = /^[tT+*]$/.test(key) || (kind === "several" && key === "0") ? 10 : /^[0-9]$/.test(key) ? Number(key) : NaN;
    return number >= Number(lowest) && number <= Number(highest) ? String(number) : undefined;
  };

  const tick = (row, number) => {
    const ticks = new Set(field(row).value.split(/[ ,;|]+/).filter(Boolean));
    if (!ticks.delete(number)) ticks.add(number);
    set(row, Array.from(ticks).sort((a, b) => a - b).join(" "), false);
  };

  // A key that stands for an answer, on a row that takes one at a time.
  const press = (row, key) => {
    const value = meaning(row, key);
    if (value === undefined) refuse(row);
    else if (row.dataset.kind === "several" && value !== "x") tick(row, value);
    else set(row, value);
  };

  for (const row of rows) {
    field(row).addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const isWords = row.dataset.kind === "words";
      if (event.key === "Enter" && !(isWords && event.shiftKey)) {
        event.preventDefault();
        go(row, 1);
        return;
      }
      if (isWords) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        go(row, event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Backspace" || event.key === "Delete") {
        event.preventDefault();
        if (field(row).value === "" && event.key === "Backspace") go(row, -1); else set(row, "", false);
      } else if (row.dataset.kind === "count") {
        if (event.key.length === 1 && !/[0-9]/.test(event.key)) { event.preventDefault(); refuse(row); }
      } else if (event.key.length === 1) {
        event.preventDefault();
        press(row, event.key);
      }
    });
    field(row).addEventListener("input", show);
  }

  let isSent = false;
  const before = rows.map((row) => field(row).value).join("\n");
  form.addEventListener("submit", () => { isSent = true; });
  window.addEventListener("beforeunload", (event) => {
    if (!isSent && rows.map((row) => field(row).value).join("\n") !== before) event.preventDefault();
  });
  // What was typed before this script was there stands in the first field as it is: a quick hand loses no key.
  const early = rows.find((row) => field(row) === document.activeElement && row.dataset.kind === "scale");
  const typed = early ? field(early).value : "";
  if (early && typed !== field(early).defaultValue) {
    field(early).value = field(early).defaultValue;
    show();
    for (const key of typed.slice(field(early).defaultValue.length)) {
      const row = document.activeElement.closest("[data-row]");
      if (row) press(row, key);
    }
    return;
  }
  show();
  const wrong = rows.find((row) => row.classList.contains("has-error"));
  const blank = rows.find((row) => isAsked(row) && field(row).value === "");
  if (!document.querySelector(".error-summary")) focusRow(wrong || blank || rows[0]);
})();
