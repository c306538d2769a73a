/** One portfolio brought forward everywhere. */
export const FOCUS_SCRIPT = `  const bringForward = (key) => {
    choose({ focus: shown.focus === key ? "" : key });
  };
  follow.focus = () => {
    for (const button of document.querySelectorAll(".key button"))
      button.setAttribute("aria-pressed", String(button.parentElement.dataset.key === shown.focus));
    for (const state of live.values())
      if (state.view && signalled(state.spec, "focus")) state.view.signal("focus", focusIn(state)).run();
  };
  for (const item of document.querySelectorAll(".key li")) {
    const button = make("button", { type: "button", "aria-pressed": "false" }, ...item.childNodes);
    button.addEventListener("click", () => bringForward(item.dataset.key));
    item.replaceChildren(button);
  }
`;
