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
  const topOf = (element) => element?.getBoundingClientRect().top ?? 0;
  /** Exchanges what is seen without moving what is read: the browser would hold on to a block that goes. */
  const showUnit = () => {
    const read = document.elementFromPoint(document.querySelector("main").getBoundingClientRect().left + 40, innerHeight / 2);
    const block = read?.closest("[data-in]");
    const before = topOf(block ?? read);
    root.style.overflowAnchor = "none";
    check("unit", shown.in);
    for (const one of document.querySelectorAll("[data-in]")) one.hidden = one.dataset.in !== shown.in;
    const now = block ? [...block.parentElement.children].find((one) => one.dataset.in === shown.in) : read;
    if (now && scrollY > 0) scrollBy({ top: topOf(now) - before, behavior: "instant" });
    requestAnimationFrame(() => requestAnimationFrame(() => root.style.removeProperty("overflow-anchor")));
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
