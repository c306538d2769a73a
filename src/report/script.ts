import { CHOICES_SCRIPT } from "./script/choices.ts";
import { CONTENTS_SCRIPT } from "./script/contents.ts";
import { DRAWING_SCRIPT } from "./script/drawing.ts";
import { FOCUS_SCRIPT } from "./script/focus.ts";
import { PAPER_SCRIPT } from "./script/paper.ts";
import { POINTING_SCRIPT } from "./script/pointing.ts";
import { SPAN_SCRIPT } from "./script/span.ts";
import { STATE_SCRIPT } from "./script/state.ts";
import { STRIPS_SCRIPT } from "./script/strips.ts";
import { VALUES_SCRIPT } from "./script/values.ts";
import { WAKE_SCRIPT } from "./script/wake.ts";

/**
 * What the page does where scripts run: one choice of unit, span, colours and value axis for the whole
 * page, charts drawn anew at the width there is, values of all lines at the day pointed at, and one
 * portfolio brought forward everywhere, all of it kept in the address. Everything it shows stands in
 * the page without it: what draws the charts is unpacked after the page is seen, and a browser that
 * cannot unpack keeps the pictures.
 */
export const PAGE_SCRIPT = `"use strict";
(() => {
  let store;
  let times;
  const root = document.documentElement;
  const live = new Map();
  root.classList.add("js");

${[
  VALUES_SCRIPT,
  STATE_SCRIPT,
  POINTING_SCRIPT,
  DRAWING_SCRIPT,
  CHOICES_SCRIPT,
  SPAN_SCRIPT,
  FOCUS_SCRIPT,
  STRIPS_SCRIPT,
  CONTENTS_SCRIPT,
  PAPER_SCRIPT,
].join("\n")}
  showUnit();
  addEventListener("hashchange", arrive);
  arrive();
${WAKE_SCRIPT}})();
`;
