/**
 * One span of days for all time charts: dragged over the small chart, moved by its two handles (arrow
 * keys: a month), or typed as days.
 */
export const SPAN_SCRIPT = `
  const spanBox = document.querySelector(".span");
  const ends = { from: spanBox?.dataset.from ?? "", to: spanBox?.dataset.to ?? "" };
  /** The span shown, whole days. */
  const spanNow = () => ({ from: shown.from || ends.from, to: shown.to || ends.to });
  const follows = ({ spec }) => signalled(spec, "from") && signalled(spec, "to");

  /** The lowest and highest value of the lines of a chart in the span, with a little room. */
  const reachOf = ({ hover, spec }, from, to) => {
    const isLog = spec.scales.some(({ name, type }) => name === "y" && type === "log");
    const held = store.data[hover.data];
    let [low, high] = [Infinity, -Infinity];
    for (const { key } of hover.lines) {
      const rows = rowsKept(held, key);
      held.lines[key].forEach((value, place) => {
        const time = times[held.days][rows[place]];
        if (value === null || time < from || time > to || (isLog && value <= 0)) return;
        low = Math.min(low, value);
        high = Math.max(high, value);
      });
    }
    if (!(low < high)) return null;
    const room = isLog ? (high / low) ** 0.04 : (high - low) * 0.04;
    return { isLog, low: isLog ? low / room : low - room, high: isLog ? high * room : high + room };
  };
  /** Round values of a log axis, about six. */
  const logTicks = (low, high) => {
    const steps = high / low > 40 ? [1, 3] : high / low > 6 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 7];
    const ticks = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power += 1)
      for (const step of steps) {
        const value = Number((step * 10 ** power).toPrecision(3));
        if (value >= low && value <= high) ticks.push(value);
      }
    return ticks.length > 1 ? ticks : null;
  };
  const given = (spec, name) => spec.signals.find((signal) => signal.name === name)?.value;
  const setSpan = (state) => {
    const { view, spec } = state;
    if (!view || !follows(state)) return;
    const isWhole = !shown.from && !shown.to;
    const { from, to } = spanNow();
    const [first, last] = isWhole ? [given(spec, "from"), given(spec, "to")] : [Date.parse(from), Date.parse(to)];
    view.signal("from", first).signal("to", last);
    if (signalled(spec, "low")) {
      const reach = isWhole || !state.hover ? null : reachOf(state, first, last);
      view.signal("low", reach?.low ?? given(spec, "low")).signal("high", reach?.high ?? given(spec, "high"));
      view.signal("ticks", reach ? (reach.isLog ? logTicks(reach.low, reach.high) : null) : given(spec, "ticks"));
    }
    suit(state);
    state.stale = false;
  };
  const drawSpan = (state) => {
    if (!state.view || !follows(state)) return;
    if (!state.near) { state.stale = true; return; }
    setSpan(state);
    hide(state);
    state.view.run();
  };

  const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const firstDay = (month) => new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10);
  const lastDay = (month) => new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);
  /** The span of two days as it is kept: nothing for an end of the run, and never less than a month. */
  const spanOf = (from, to) => {
    const start = from.length === 7 ? from + "-01" : from;
    const end = to.length === 7 ? lastDay(monthOf(to)) : to;
    if (!start && !end) return { from: "", to: "" };
    if (Date.parse(end || ends.to) - Date.parse(start || ends.from) < 27 * 86400000) return null;
    return { from: start <= ends.from ? "" : start, to: end >= ends.to ? "" : end };
  };

  if (spanBox) {
    const find = (name) => spanBox.querySelector(name);
    const [brush, frame, whole] = [find(".brush"), find(".window"), find(".whole-run")];
    const handles = { from: find("input.from"), to: find("input.to") };
    const days = { from: find(".day-from"), to: find(".day-to") };
    const [low, high] = [monthOf(ends.from), monthOf(ends.to)];
    const share = (day) => (Date.parse(day) - Date.parse(ends.from)) / (Date.parse(ends.to) - Date.parse(ends.from));
    const dayAt = (part) => new Date(Date.parse(ends.from) + part * (Date.parse(ends.to) - Date.parse(ends.from))).toISOString().slice(0, 10);
    const showSpan = () => {
      const asked = spanOf(shown.from, shown.to) ?? { from: "", to: "" };
      [shown.from, shown.to] = [asked.from, asked.to];
      const now = spanNow();
      const isWhole = !shown.from && !shown.to;
      document.querySelector(".span-words").textContent = isWhole ? "the whole run" : now.from + " to " + now.to;
      whole.disabled = isWhole;
      root.classList.toggle("spanned", !isWhole);
      frame.style.left = 100 * share(now.from) + "%";
      frame.style.width = 100 * (share(now.to) - share(now.from)) + "%";
      for (const end of ["from", "to"]) {
        days[end].value = now[end];
        handles[end].value = String(monthOf(now[end]));
        handles[end].setAttribute("aria-valuetext", now[end]);
      }
      for (const state of live.values()) drawSpan(state);
    };
    follow.from = follow.to = showSpan;
    const ask = (from, to) => {
      const span = spanOf(from, to);
      if (span) choose(span);
      else showSpan();
    };
    for (const end of ["from", "to"]) {
      handles[end].min = String(low);
      handles[end].max = String(high);
      handles[end].addEventListener("input", () => {
        const month = Number(handles[end].value);
        const day = end === "from" ? (month === low ? ends.from : firstDay(month)) : lastDay(month);
        ask(end === "from" ? day : spanNow().from, end === "to" ? day : spanNow().to);
      });
      days[end].addEventListener("change", () => {
        const day = days[end].value;
        if (isDay(day)) ask(end === "from" ? day : spanNow().from, end === "to" ? day : spanNow().to);
        else showSpan();
      });
    }
    whole.addEventListener("click", () => { choose({ from: "", to: "" }); handles.from.focus(); });

    const partAt = (event) => {
      const box = brush.getBoundingClientRect();
      return Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
    };
    brush.addEventListener("pointerdown", (event) => {
      if (event.target.tagName === "INPUT" || event.button !== 0) return;
      event.preventDefault();
      brush.setPointerCapture(event.pointerId);
      const start = partAt(event);
      const now = spanNow();
      const [left, right] = [share(now.from), share(now.to)];
      const moves = (shown.from || shown.to) && start > left && start < right;
      const drag = (next) => {
        const at = partAt(next);
        const by = Math.max(-left, Math.min(1 - right, at - start));
        const [one, other] = moves ? [left + by, right + by] : [Math.min(start, at), Math.max(start, at)];
        const span = spanOf(dayAt(one), dayAt(other));
        if (span) apply(span);
      };
      const end = () => {
        brush.removeEventListener("pointermove", drag);
        brush.removeEventListener("pointerup", end);
        brush.removeEventListener("pointercancel", end);
        write();
      };
      brush.addEventListener("pointermove", drag);
      brush.addEventListener("pointerup", end);
      brush.addEventListener("pointercancel", end);
    });
    for (const end of ["from", "to"]) handles[end].value = String(end === "from" ? low : high);
    showSpan();
  }
`;
