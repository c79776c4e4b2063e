/**
 * The tabs of the control panel, which Plone makes of its fieldsets (pat-autotoc): opens
 * the one with the first mistake, and after saving the one that was open.
 *
 * Plone opens the tab whose legend is "active" as soon as the page is there, unless the
 * address names another; so this is no module, which might run too late for that.
 */

(() => {
  const mistakes = document.getElementById("virtualoffice-mistakes");
  const form = document.currentScript.parentNode.querySelector("form");
  const sections = [...form.querySelectorAll("fieldset")];

  function openFirst() {
    const wrong = form.querySelector("fieldset .field.error")?.closest("fieldset");
    wrong?.querySelector("legend").classList.add("active");
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  /** Plone makes its tabs of the fieldsets, in their order. */
  function lead(event) {
    const field = document.getElementById(event.target.hash?.slice(1));
    if (!field) return;
    event.preventDefault();
    const tab = sections.indexOf(field.closest("fieldset"));
    form.querySelectorAll(".autotoc-nav a")[tab]?.click();
    field.focus();
  }

  if (mistakes) {
    openFirst();
    mistakes.addEventListener("click", lead);
  }
  form.addEventListener("submit", () => {
    form.action = form.action.split("#")[0] + location.hash;
  });
})();
