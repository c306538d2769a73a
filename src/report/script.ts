/**
 * What the page does where scripts run: one choice of unit for the whole page, charts drawn anew at
 * the width there is, values of all lines at the day pointed at, linear or logarithmic axes, and one
 * portfolio brought forward everywhere. Everything it shows stands in the page without it: what
 * draws the charts is unpacked after the page is seen, and a browser that cannot unpack keeps the
 * pictures.
 */
export const PAGE_SCRIPT = `"use strict";
(() => {
  let store;
  let times;
  const root = document.documentElement;
  const live = new Map();
  let focus = "";
  root.classList.add("js");

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  const summed = (steps) => { let sum = 0; return steps.map((step) => (sum += step)); };
  /** Whole multiples of 1 / scale by their steps; what is not known leaves the sum as it is. */
  const valuesOf = ({ scale, steps }) => {
    let sum = 0;
    return steps.map((step) => (step === null ? null : (sum += step) / scale));
  };
  /** Rows of the lines of a chart, drawn whole or thinned, and those that all its lines have. */
  const rowsKept = (held, key) => held.rows ? summed(held.rows[key]) : times[held.days].map((_, row) => row);
  const rowsShared = (held) => {
    const { shared, steps } = store.days[held.days];
    return shared ? summed(shared) : steps.map((_, row) => row);
  };
  const rowsOf = (name) => {
    const held = store.data[name];
    if (Array.isArray(held)) return held.map((row) => ({ ...row }));
    return Object.entries(held.lines).flatMap(([key, values]) => {
      const kept = rowsKept(held, key);
      return values.map((value, place) => ({ t: times[held.days][kept[place]], key, value }));
    });
  };
  /** What pointing at a chart can show: days, and the value of each line on each. */
  const readings = ({ data, lines }) => {
    const held = store.data[data];
    const shared = rowsShared(held);
    const onShared = (key) => {
      const places = new Map(rowsKept(held, key).map((row, place) => [row, place]));
      return shared.map((row) => held.lines[key][places.get(row)]);
    };
    return {
      days: shared.map((row) => times[held.days][row]),
      values: Object.fromEntries(lines.map(({ key }) => [key, onShared(key)])),
    };
  };
  const dated = (time) => new Date(time).toISOString().slice(0, 10);
  const filled = (spec) => ({
    ...spec,
    data: spec.data.map((entry) =>
      entry.name in store.data ? { ...entry, values: rowsOf(entry.name) } : entry),
  });

  const written = (value, format) => {
    if (value === null || value === undefined) return "\\u2013";
    const size = Math.abs(value);
    const decimals = format === "percent" ? 1
      : size === 0 ? 0 : Math.min(8, Math.max(0, 2 - Math.floor(Math.log10(size))));
    const [whole, rest] = (format === "percent" ? size * 100 : size).toFixed(decimals).split(".");
    const digits = whole.replace(/\\B(?=(\\d{3})+$)/g, ",") + (rest ? "." + rest : "");
    return (value < 0 && /[1-9]/.test(digits) ? "\\u2212" : "") + digits + (format === "percent" ? "%" : "");
  };

  const showUnit = (unit) => {
    for (const block of document.querySelectorAll("[data-in]")) block.hidden = block.dataset.in !== unit;
  };
  for (const input of document.querySelectorAll(".units input")) {
    input.addEventListener("change", () => showUnit(input.value));
    if (input.checked) showUnit(input.value);
  }

  const room = (chart) => Math.max(260, Math.floor(chart.clientWidth));
  const signalled = (spec, name) => spec.signals?.some((signal) => signal.name === name);
  /** Less room for names where the whole chart has little. */
  const suit = ({ view, spec, width }) => {
    if (signalled(spec, "named")) view.signal("named", width < 600 ? 0 : 1);
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

  const tipFor = (chart) => {
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
    state.row = Math.max(0, Math.min(days.length - 1, row));
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
    if (state.hover) state.view.signal("at", 0).run();
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
      showRow(state, (state.row < 0 ? (step < 0 ? days.length : -1) : state.row) + step);
    });
  };

  /** The portfolio brought forward, for a chart that shows it; a chart of other things stays as it is. */
  const focusIn = ({ chart, hover }) => {
    const listed = [...chart.closest("figure").querySelectorAll(".key li")].some((item) => item.dataset.key === focus);
    return listed || hover?.lines.some(({ key }) => key === focus) ? focus : "";
  };

  const render = async (state, spec) => {
    state.view?.finalize();
    const host = make("div", { "aria-hidden": "true" });
    state.spec = spec;
    state.width = room(state.chart);
    state.view = new vega.View(vega.parse(filled(spec), store.config), { renderer: "svg", hover: false, logLevel: vega.Error });
    state.view.tooltip((_, event, item, value) => {
      if (value === null || value === undefined || typeof value !== "object") { state.tip.hidden = true; return; }
      state.tip.replaceChildren(make("table", {}, make("tbody", {}, ...Object.entries(value)
        .map(([key, text]) => make("tr", {}, make("td", {}, key), make("td", {}, String(text)))))));
      const box = state.chart.getBoundingClientRect();
      place(state, event.clientX - box.left, event.clientY - box.top + 12);
    });
    state.view.initialize(host).width(state.width);
    suit(state);
    if (signalled(spec, "focus")) state.view.signal("focus", focusIn(state));
    await state.view.runAsync();
    state.host?.remove();
    for (const drawn of state.chart.querySelectorAll(":scope > svg")) drawn.remove();
    state.host = host;
    state.chart.prepend(host);
    state.chart.classList.add("live");
  };

  const offerScales = (state, figure) => {
    if (!figure.linear) return;
    const button = (text, spec, pressed) => {
      const made = make("button", { type: "button", "aria-pressed": String(pressed) }, text);
      made.addEventListener("click", () => {
        for (const other of tools.children) other.setAttribute("aria-pressed", String(other === made));
        hide(state);
        render(state, spec);
      });
      return made;
    };
    const tools = make("div", { class: "chart-tools", role: "group", "aria-label": "Value axis" });
    tools.append(button("log", figure.spec, true), button("linear", { ...figure.spec, ...figure.linear }, false));
    (state.chart.previousElementSibling ?? state.chart).before(tools);
  };

  const start = async (chart) => {
    const figure = store.figures[chart.dataset.figure];
    const state = { chart, hover: figure.hover, row: -1, keyed: false };
    live.set(chart, state);
    state.tip = tipFor(chart);
    state.said = make("p", { class: "out-of-sight", "aria-live": "polite" });
    chart.after(state.said);
    await render(state, figure.spec);
    offerScales(state, figure);
    if (state.hover) {
      chart.tabIndex = 0;
      followPointer(state);
    }
  };

  const bringForward = (key) => {
    focus = focus === key ? "" : key;
    for (const button of document.querySelectorAll(".key button"))
      button.setAttribute("aria-pressed", String(button.parentElement.dataset.key === focus));
    for (const state of live.values())
      if (state.view && signalled(state.spec, "focus")) state.view.signal("focus", focusIn(state)).run();
  };
  for (const item of document.querySelectorAll(".key li")) {
    const button = make("button", { type: "button", "aria-pressed": "false" }, ...item.childNodes);
    button.addEventListener("click", () => bringForward(item.dataset.key));
    item.replaceChildren(button);
  }

  /** On paper nothing opens: closed claims are opened before printing, and closed again after it. */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.claim:not([open])")];
    for (const claim of opened) claim.open = true;
  });
  addEventListener("afterprint", () => { for (const claim of opened) claim.open = false; });

  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting && !live.has(target)) start(target);
  }, { rootMargin: "600px" });
  const sized = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const state = live.get(target);
      if (state?.host && target.clientWidth > 0) fit(state);
    }
  });
  /** Tells of columns out of sight. */
  const tellCut = (box) => box.classList.toggle("cut", box.scrollWidth > box.clientWidth + 1);
  const boxes = new ResizeObserver((entries) => { for (const { target } of entries) tellCut(target); });
  for (const box of document.querySelectorAll(".scroll")) boxes.observe(box);

  const unpacked = (id) => {
    const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).text();
  };
  const wake = async () => {
    const [charts, runtime] = await Promise.all([unpacked("charts"), unpacked("drawing")]);
    document.head.append(make("script", {}, runtime));
    store = JSON.parse(charts);
    for (const held of Object.values(store.data))
      for (const key in held.lines) held.lines[key] = valuesOf(held.lines[key]);
    times = store.days.map(({ steps }) => summed(steps).map((day) => day * 86400000));
    for (const chart of document.querySelectorAll("[data-figure]")) {
      seen.observe(chart);
      sized.observe(chart);
    }
  };
  const say = (text) => document.querySelector(".units").after(make("p", { class: "remark" }, text));
  if (!("DecompressionStream" in window))
    say("The charts are still pictures here: this browser cannot unpack what moves them.");
  else addEventListener("load", () => setTimeout(wake));
})();
`;
