/** Values of all lines at the day pointed at, by mouse, finger or arrow keys. */
export const POINTING_SCRIPT = `  const tipFor = (chart) => {
    const tip = make("div", { class: "tip", hidden: "", "aria-hidden": "true" });
    chart.append(tip);
    return tip;
  };
  const place = (state, x, y) => {
    const { tip, chart } = state;
    tip.hidden = false;
    const left = x + 14 + tip.offsetWidth > chart.clientWidth ? x - 14 - tip.offsetWidth : x + 14;
    tip.style.left = Math.max(0, Math.min(left, chart.clientWidth - tip.offsetWidth)) + "px";
    tip.style.top = Math.max(0, y) + "px";
  };

  const nearestRow = (days, time) => {
    let low = 0;
    let high = days.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (days[middle] < time) low = middle; else high = middle;
    }
    return time - days[low] < days[high] - time ? low : high;
  };
  const showRow = (state, row) => {
    const { hover, view } = state;
    const { days, values: read } = (state.read ??= readings(hover));
    const [first, last] = [view.signal("from"), view.signal("to")];
    const start = days.findIndex((day) => day >= first);
    const end = days.findLastIndex((day) => day <= last);
    if (start < 0 || end < start) return;
    state.row = Math.max(start, Math.min(end, row));
    view.signal("at", days[state.row]).run();
    const values = hover.lines
      .map((line) => ({ ...line, value: read[line.key][state.row] }))
      .sort((left, right) => (right.value ?? -Infinity) - (left.value ?? -Infinity));
    const cells = values.map(({ title, color, value }) => {
      const name = make("td", {}, "\\u25cf ");
      name.style.color = color;
      name.append(title);
      return make("tr", {}, name, make("td", {}, written(value, hover.format)));
    });
    state.tip.replaceChildren(
      make("b", {}, dated(days[state.row])), make("table", {}, make("tbody", {}, ...cells)));
    const x = view.origin()[0] + view.scale("x")(days[state.row]);
    place(state, x, 24);
    state.said.textContent = state.keyed
      ? dated(days[state.row]) + ": " +
        values.map(({ title, value }) => title + " " + written(value, hover.format)).join(", ")
      : "";
  };
  const hide = (state) => {
    state.tip.hidden = true;
    state.row = -1;
    if (state.hover) state.view?.signal("at", 0).run();
  };
  const followPointer = (state) => {
    const { chart } = state;
    const move = (event) => {
      state.keyed = false;
      const box = chart.querySelector("svg").getBoundingClientRect();
      const time = +state.view.scale("x").invert(event.clientX - box.left - state.view.origin()[0]);
      showRow(state, nearestRow((state.read ??= readings(state.hover)).days, time));
    };
    chart.addEventListener("pointermove", move);
    chart.addEventListener("pointerdown", move);
    chart.addEventListener("pointerleave", () => hide(state));
    chart.addEventListener("blur", () => hide(state));
    chart.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -12, PageDown: 12 }[event.key];
      if (event.key === "Escape") hide(state);
      if (step === undefined) return;
      event.preventDefault();
      state.keyed = true;
      const { days } = (state.read ??= readings(state.hover));
      const from = state.row < 0 ? (step < 0 ? days.findLastIndex((day) => day <= state.view.signal("to")) + 1 : days.findIndex((day) => day >= state.view.signal("from")) - 1) : state.row;
      showRow(state, from + step);
    });
  };
`;
