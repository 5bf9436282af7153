// The register by keyboard: letters mark, arrows move, every mark is saved at once. Without this script the form works by
// its buttons.
(() => {
  "use strict";
  const form = document.getElementById("register");
  if (!form || !window.fetch) return;
  const rows = Array.from(form.querySelectorAll("[data-row]"));
  const status = document.getElementById("register-status");
  const keys = document.getElementById("register-keys");
  if (keys && rows.length > 0) keys.hidden = false;
  const unsaved = new Set();

  const radios = (row) => Array.from(row.querySelectorAll("input[type=radio]"));
  const chosen = (row) => radios(row).find((radio) => radio.checked);
  const say = (text) => { if (status) status.textContent = text; };
  const nameOf = (row) => row.querySelector("legend bdi").textContent;

  const focusRow = (index) => {
    const row = rows[index];
    if (!row) return;
    (chosen(row) || radios(row)[0]).focus();
    row.scrollIntoView({ block: "nearest" });
  };

  const minutesFields = (row, word) => {
    const late = row.querySelector(".minutes-late input");
    const early = row.querySelector(".minutes-early input");
    if (word === "late") return [late];
    if (word === "left-early") return [early];
    if (word === "late-and-left-early") return [late, early];
    return [];
  };

  const words = (row) => {
    const radio = chosen(row);
    if (!radio || radio.value === "none") return "not recorded";
    const minutes = minutesFields(row, radio.value).map((field) => field.value);
    const label = row.querySelector(`label[for="${radio.id}"]`).textContent.toLowerCase();
    return minutes.length === 0 ? label : `${label}, ${minutes.join(" and ")} min`;
  };

  const recount = () => {
    const count = document.getElementById("register-count");
    if (!count) return;
    const values = rows.map((row) => (chosen(row) || { value: "none" }).value);
    const number = (word) => values.filter((value) => value === word).length;
    const partly = number("late") + number("left-early") + number("late-and-left-early");
    const people = values.length === 1 ? "1 person" : `${values.length} people`;
    count.textContent = `${people}: ${number("present")} present, ${partly} late or left early, `
      + `${number("absent")} absent, ${number("none")} not recorded`;
  };

  const show = (row, text, state) => {
    const place = row.querySelector("[data-status]");
    place.textContent = text;
    place.dataset.state = state;
    row.classList.toggle("is-open", (chosen(row) || { value: "none" }).value === "none");
    row.classList.toggle("has-error", state === "failed");
  };

  const save = async (row) => {
    const radio = chosen(row);
    if (!radio) return;
    if (minutesFields(row, radio.value).some((field) => field.value.trim() === "")) return;
    const body = new URLSearchParams();
    for (const name of ["form_token", "sitting", "reason"]) {
      const field = form.elements.namedItem(name);
      if (field) body.set(name, field.value);
    }
    for (const field of row.querySelectorAll("input")) {
      if (field.type !== "radio" || field.checked) body.set(field.name, field.value);
    }
    unsaved.add(row);
    show(row, "saving …", "saving");
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, credentials: "same-origin", headers: { Accept: "text/plain" },
      });
      if (answer.ok) {
        unsaved.delete(row);
        show(row, `${words(row)} ✓`, "saved");
        say(`${nameOf(row)}: ${words(row)}, saved`);
        recount();
      } else {
        const isSentence = (answer.headers.get("content-type") || "").startsWith("text/plain");
        const sentence = isSentence ? await answer.text() : "Not saved. Reload the page and try again.";
        show(row, sentence, "failed");
        say(`${nameOf(row)}: ${sentence}`);
      }
    } catch {
      show(row, "not saved yet: no connection", "failed");
      say(`${nameOf(row)}: not saved yet, there is no connection`);
    }
  };

  const mark = (row, radio) => {
    radio.checked = true;
    const missing = minutesFields(row, radio.value).find((field) => field.value.trim() === "");
    if (missing) {
      missing.focus();
      show(row, "how many minutes?", "asking");
      return;
    }
    save(row);
    focusRow(rows.indexOf(row) + 1 < rows.length ? rows.indexOf(row) + 1 : rows.indexOf(row));
  };

  rows.forEach((row, index) => {
    row.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const isMinutes = event.target.closest(".minutes");
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (isMinutes) save(row);
        focusRow(index + (event.key === "ArrowDown" ? 1 : -1));
        return;
      }
      if (isMinutes) {
        if (event.key !== "Enter") return;
        event.preventDefault();
        const radio = chosen(row);
        if (radio) mark(row, radio);
        return;
      }
      const radio = radios(row).find((one) => one.dataset.key === event.key.toUpperCase());
      if (radio) {
        event.preventDefault();
        mark(row, radio);
      }
    });
    row.addEventListener("change", (event) => {
      if (event.target.type === "radio") {
        const missing = minutesFields(row, event.target.value).find((field) => field.value.trim() === "");
        if (missing) show(row, "how many minutes?", "asking");
      }
      save(row);
    });
  });

  window.addEventListener("beforeunload", (event) => { if (unsaved.size > 0) event.preventDefault(); });
  form.addEventListener("submit", () => unsaved.clear());
  window.addEventListener("online", () => unsaved.forEach((row) => save(row)));
  if (rows.length > 0 && !document.querySelector(".error-summary, .notice, #result")) focusRow(0);
})();
