/** Charts drawn anew at the width there is, for the span, axis and portfolio chosen. */
export const DRAWING_SCRIPT = `  const room = (chart) => Math.max(260, Math.floor(chart.clientWidth));
  const signalled = (spec, name) => spec.signals?.some((signal) => signal.name === name);
  /** Less room for names where the whole chart has little. */
  const suit = ({ view, spec, width }) => {
    if (signalled(spec, "named"))
      view.signal("named", width < 600 || (signalled(spec, "from") && (shown.from || shown.to)) ? 0 : 1);
    const given = spec.signals?.find((signal) => signal.name === "room");
    if (given) view.signal("room", width < 600 ? 124 : given.value);
  };
  const fit = (state) => {
    const width = room(state.chart);
    if (state.width === width) return;
    state.width = width;
    suit(state);
    state.view.width(width).run();
  };

  /** What is drawn over time stays inside the frame when a span is chosen; words beside it are left out. */
  const unseenOutside = ({ update }) => {
    const seen = "inrange(scale('x', datum[" + JSON.stringify(update.x.field) + "]), [-1, width + 1])";
    return { update: { ...update, opacity: [{ test: "!" + seen, value: 0 }, update.opacity ?? { value: 1 }].flat() } };
  };
  const clipped = (mark) => ({
    ...mark,
    ...(mark.type === "text" && mark.encode?.update?.x?.scale === "x" && typeof mark.encode.update.x.field === "string" ? { encode: { ...mark.encode, ...unseenOutside(mark.encode) } } : {}),
    ...(["line", "area", "rect", "symbol"].includes(mark.type) && mark.clip === undefined ? { clip: true } : {}),
    ...(mark.marks ? { marks: mark.marks.map(clipped) } : {}),
  });

  /** The portfolio brought forward, for a chart that shows it; a chart of other things stays as it is. */
  const focusIn = ({ chart, hover }) => {
    const listed = [...chart.closest("figure").querySelectorAll(".key li")].some((item) => item.dataset.key === shown.focus);
    return listed || hover?.lines.some(({ key }) => key === shown.focus) ? shown.focus : "";
  };

  const render = async (state, spec) => {
    state.view?.finalize();
    const host = make("div", { "aria-hidden": "true" });
    state.spec = spec;
    state.width = room(state.chart);
    state.view = new vega.View(vega.parse(filled(spec, clipped), store.config), { renderer: "svg", hover: false, logLevel: vega.Error });
    state.view.tooltip((_, event, item, value) => {
      if (value === null || value === undefined || typeof value !== "object") { state.tip.hidden = true; return; }
      state.tip.replaceChildren(make("table", {}, make("tbody", {}, ...Object.entries(value)
        .map(([key, text]) => make("tr", {}, make("td", {}, key), make("td", {}, String(text)))))));
      const box = state.chart.getBoundingClientRect();
      place(state, event.clientX - box.left, event.clientY - box.top + 12);
    });
    state.view.initialize(host).width(state.width);
    suit(state);
    setSpan(state);
    if (signalled(spec, "focus")) state.view.signal("focus", focusIn(state));
    const drawn = state.view;
    await drawn.runAsync();
    if (drawn !== state.view) return;
    state.host?.remove();
    for (const drawn of state.chart.querySelectorAll(":scope > svg")) drawn.remove();
    state.host = host;
    state.chart.prepend(host);
    state.chart.classList.add("live");
  };

  /** A chart on one kind of value axis, where it has both. */
  const drawScale = (state, scale) => {
    const { figure, tools } = state;
    if (!figure.linear || state.scale === scale) return Promise.resolve();
    state.scale = scale;
    for (const button of tools.children)
      button.setAttribute("aria-pressed", String(button.textContent === scale));
    hide(state);
    return render(state, scale === "linear" ? { ...figure.spec, ...figure.linear } : figure.spec);
  };
  const offerScales = (state) => {
    state.tools = make("div", { class: "chart-tools", role: "group", "aria-label": "Value axis" });
    for (const scale of ["log", "linear"]) {
      const button = make("button", { type: "button", "aria-pressed": String(scale === "log") }, scale);
      button.addEventListener("click", () => drawScale(state, scale));
      state.tools.append(button);
    }
    (state.chart.previousElementSibling ?? state.chart).before(state.tools);
  };

  const start = async (chart) => {
    const figure = store.figures[chart.dataset.figure];
    const state = { chart, figure, scale: "log", hover: figure.hover, row: -1, keyed: false, near: true };
    live.set(chart, state);
    state.tip = tipFor(chart);
    state.said = make("p", { class: "out-of-sight", "aria-live": "polite" });
    chart.after(state.said);
    if (figure.linear) offerScales(state);
    if (figure.linear && shown.scale === "linear") await drawScale(state, "linear");
    else await render(state, figure.spec);
    if (state.hover) {
      chart.tabIndex = 0;
      followPointer(state);
    }
  };
`;
