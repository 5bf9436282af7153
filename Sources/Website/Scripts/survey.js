// A survey as it is filled in: questions that hang on another answer come and go, the bar counts, every answer is saved at once.
// Without this script the form shows every question with its condition and is saved by its buttons.
(() => {
  "use strict";
  const form = document.getElementById("survey");
  if (!form) return;
  const items = Array.from(form.querySelectorAll("[data-item]"));
  const bar = document.getElementById("survey-count");
  const words = document.getElementById("survey-words");
  const state = document.getElementById("survey-state");

  const values = (code) => Array.from(form.querySelectorAll(`[name="${CSS.escape(code)}"]`))
    .filter((field) => !field.disabled && field.type !== "hidden"
      && (field.type === "radio" || field.type === "checkbox" ? field.checked : field.value.trim() !== ""))
    .map((field) => field.value);

  const showAsked = () => {
    for (const item of items) {
      const other = item.dataset.askedAfter;
      if (!other) continue;
      const anyOf = item.dataset.anyOf.split(" ");
      const isAsked = values(other).some((value) => anyOf.includes(value));
      item.hidden = !isAsked;
      item.disabled = !isAsked;
    }
  };

  const count = () => {
    const asked = items.filter((item) => !item.hidden);
    const answered = asked.filter((item) => values(item.dataset.item).length > 0).length;
    bar.max = asked.length;
    bar.value = answered;
    words.textContent = `${answered} of ${asked.length} questions answered`;
  };

  const unsaved = new Set();
  let timer;
  let saving = false;

  const save = async () => {
    if (saving || unsaved.size === 0 || !window.fetch) return;
    saving = true;
    const codes = Array.from(unsaved);
    const body = new URLSearchParams();
    for (const name of ["form_token", "wave"]) body.set(name, form.elements.namedItem(name).value);
    for (const code of codes) {
      const given = values(code);
      if (given.length === 0) body.append(code, "");
      for (const value of given) body.append(code, value);
    }
    state.textContent = "saving …";
    let isSaved = false;
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, credentials: "same-origin", headers: { Accept: "text/plain" },
      });
      isSaved = answer.ok;
      if (isSaved) {
        for (const code of codes) unsaved.delete(code);
        state.textContent = "saved ✓";
      } else {
        const isSentence = (answer.headers.get("content-type") || "").startsWith("text/plain");
        state.textContent = isSentence ? await answer.text() : "Not saved yet. Press the button below.";
      }
    } catch {
      state.textContent = "Not saved yet: there is no connection.";
    }
    saving = false;
    if (isSaved && unsaved.size > 0) plan(300);
  };

  const plan = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  form.addEventListener("change", (event) => {
    const item = event.target.closest("[data-item]");
    if (!item) return;
    unsaved.add(item.dataset.item);
    showAsked();
    count();
    plan(1200);
  });
  form.addEventListener("input", (event) => {
    if (event.target.tagName !== "TEXTAREA") return;
    unsaved.add(event.target.closest("[data-item]").dataset.item);
    count();
    plan(2500);
  });
  form.addEventListener("submit", () => { clearTimeout(timer); unsaved.clear(); });
  window.addEventListener("online", () => plan(0));
  window.addEventListener("beforeunload", (event) => { if (unsaved.size > 0) event.preventDefault(); });

  for (const item of items) {
    // The condition is said by coming and going; for those who cannot see it the hint stays in the description.
    const hint = document.getElementById(`${item.dataset.item}-hint`);
    if (hint && item.dataset.askedAfter) hint.classList.add("visually-hidden");
  }
  showAsked();
  count();
})();
