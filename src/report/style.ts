import { CLAIM_STYLE } from "./style/claims.ts";
import { FIGURE_STYLE } from "./style/figures.ts";
import { LAYOUT_STYLE } from "./style/layout.ts";
import { NARROW_STYLE } from "./style/narrow.ts";
import { PLOT_STYLE } from "./style/plots.ts";
import { PRINT_STYLE } from "./style/print.ts";
import { SCHEME_STYLE } from "./style/scheme.ts";
import { TABLE_STYLE } from "./style/tables.ts";
import { TEST_STYLE } from "./style/tests.ts";
import { TEXT_STYLE } from "./style/text.ts";

/** The style sheet of the page, what comes later prevailing: 380 px to wide, light and dark, and print. */
export function styleSheet(): string {
  return [
    SCHEME_STYLE,
    TEXT_STYLE,
    LAYOUT_STYLE,
    FIGURE_STYLE,
    TABLE_STYLE,
    CLAIM_STYLE,
    `${TEST_STYLE}\n`,
    `${PLOT_STYLE}\n`,
    NARROW_STYLE,
    PRINT_STYLE,
  ].join("");
}
