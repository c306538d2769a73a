/** The choices of unit, colours and value axis for the whole page. */
export const CHOICES_SCRIPT = `
  const check = (name, value) => {
    for (const input of document.querySelectorAll("input[name=" + name + "]")) input.checked = input.value === value;
  };
  const themes = document.querySelector("select[name=theme]");
  const offer = (name, key) => {
    for (const input of document.querySelectorAll("input[name=" + name + "]"))
      input.addEventListener("change", () => choose({ [key]: input.value }));
  };
  const showUnit = () => {
    check("unit", shown.in);
    for (const block of document.querySelectorAll("[data-in]")) block.hidden = block.dataset.in !== shown.in;
  };
  const showTheme = () => {
    themes.value = shown.theme;
    if (shown.theme === "system") delete root.dataset.theme;
    else root.dataset.theme = shown.theme;
  };
  const showScale = () => {
    check("scale", shown.scale);
    for (const state of live.values()) if (state.view) drawScale(state, shown.scale);
  };
  const opener = document.querySelector(".open-all");
  opener.addEventListener("click", () => {
    opener.setAttribute("aria-expanded", String(opener.parentElement.classList.toggle("open")));
  });
  follow.in = showUnit;
  follow.theme = showTheme;
  follow.scale = showScale;
  offer("unit", "in");
  themes.addEventListener("change", () => choose({ theme: themes.value }));
  offer("scale", "scale");
`;
