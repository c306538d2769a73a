import { type Inconsistency, inconsistency, reported } from "assay";
import { birthOfQqq, untilEssay } from "./dates.ts";

/** Thirteen month-ends before the end of the essay's month: twelve changes. */
const yearBefore = "2025-01-31";
const months = { to: "2026-01-31" };

/** What does not fit in the essay's levels and correlations. */
export const levelInconsistencies: readonly Inconsistency[] = [
  inconsistency({
    id: "I2",
    claims: ["C08", "C09", "C10"],
    title: "A fall of 80 % from 5.5, and a floor of 0.6",
    reads: ["spx", "qqq", "gold"],
    lines: (facts) => {
      const fall = (text: string) => {
        const path = facts.formula(text, "daily");
        const peak = path.during({ from: "2000-01-01", to: "2000-12-31" }).maximum();
        return facts.calculate("last / peak - 1", { last: path.at("2002-12-31"), peak });
      };
      return [
        reported(
          "S&P 500 in gold at the end of 2002",
          facts.ratio("spx", "gold", "daily").at("2002-12-31"),
          "oz",
        ),
        reported("S&P 500 in gold since its peak of 2000", fall("spx / gold"), "fraction"),
        reported("QQQ in gold", fall("qqq / gold"), "fraction"),
        reported("S&P 500 in dollars", fall("spx"), "fraction"),
        reported("QQQ in dollars", fall("qqq"), "fraction"),
      ];
    },
    says: ([level, spxGold, qqqGold, spx, qqq], lines) => {
      const fell = lines
        .slice(1)
        .filter(({ fact }) => fact.value <= -0.78)
        .map(({ title }) => title.replace(" since its peak of 2000", ""));
      const end =
        fell.length === 0
          ? "None of the four falls comes within two points of 80 %"
          : `Of the four falls, only ${fell.join(" and ")} came within two points of 80 % or went deeper`;
      return `Four fifths less than the essay's own 5.5 is 1.1 ounces; at the end of 2002 the S&P 500 stood at ${level}, and the essay itself puts the floor of 0.6 to 0.7 in 2011. From the peaks of 2000 to the end of 2002 the S&P 500 changed by ${spxGold} in gold and ${spx} in dollars, QQQ by ${qqqGold} and ${qqq}. ${end}.`;
    },
  }),

  inconsistency({
    id: "I3",
    claims: ["C15"],
    title: "QQQ back at 0.25 ounces",
    reads: ["qqq", "gold"],
    lines: (facts) => {
      const path = facts.ratio("qqq", "gold", "daily");
      const last = path.during(untilEssay).lastWhere((value) => value >= 0.25);
      return [
        reported(
          "highest QQQ in gold from 2003 to 2023",
          path.during({ from: "2003-01-01", to: "2023-12-31" }).maximum(),
          "oz",
        ),
        ...(last === null
          ? []
          : [reported("last close at 0.25 or more known before the essay", last, "day")]),
      ];
    },
    says: ([highest, last], [line]) => {
      const lastClose =
        last === undefined
          ? "no close at 0.25 ounces or more is at hand"
          : `the last close at hand at 0.25 ounces or more is of ${last}`;
      const isReached = (line?.fact.value ?? 0) >= 0.25;
      return `The essay lets QQQ rise to 0.25 ounces between 2003 and 2023; its highest close there is ${highest}. Before the essay ${lastClose}. ${isReached ? "The level was reached" : "A level that was not reached did not resist"}.`;
    },
  }),

  inconsistency({
    id: "I9",
    claims: ["C05", "C06"],
    title: "Correlation of levels and of changes",
    reads: ["usdthb", "gold", "usdclp", "copper"],
    lines: (facts) => {
      const baht = facts.formula("1 / usdthb", "monthly");
      const peso = facts.formula("1 / usdclp", "monthly");
      const pairs = [
        ["baht and gold", baht, facts.series("gold", "monthly"), "1999-03-31"],
        ["peso and copper", peso, facts.series("copper", "monthly"), "2002-01-31"],
      ] as const;
      return pairs.flatMap(([name, currency, metal, start]) =>
        [yearBefore, start].flatMap((from) =>
          (["levels", "changes"] as const).map((of) => {
            const window = { from, to: months.to };
            const measured = facts.correlation(currency.during(window), metal.during(window), of);
            return reported(`${name}, monthly ${of}, since ${from}`, measured, "correlation");
          }),
        ),
      );
    },
    says: (words) => {
      const [a, b, c, d, e, f, g, h] = words;
      return `By month-ends, the baht and gold: levels ${a}, monthly changes ${b} over twelve months; ${c} and ${d} since 1999. The peso and copper: ${e} and ${f}; ${g} and ${h} since 2002. Two levels that both rise correlate whatever binds them; only changes tell.`;
    },
  }),

  inconsistency({
    id: "I10",
    claims: ["C07"],
    title: "QQQ above its first close, counted in gold",
    reads: ["qqq", "qqqTotal", "gold"],
    lines: (facts) =>
      (["qqq", "qqqTotal"] as const).flatMap((id) => {
        const name = id === "qqq" ? "QQQ" : "QQQ with dividends";
        const closes = facts.ratio(id, "gold", "daily");
        const base = closes.at(birthOfQqq).value;
        const isAbove = (value: number) => value > base;
        const isDaily = closes.grain === "daily";
        const rows = (isDaily ? closes : facts.ratio(id, "gold", "monthly")).during(untilEssay);
        const [first, last] = [rows.firstWhere(isAbove), rows.lastWhere(isAbove)];
        const unit = isDaily ? "closes" : "month-ends";
        return [
          reported(`${name}, ${unit} above its first close`, rows.countOf(isAbove), "count"),
          reported(`${name}, share of the ${unit}`, rows.share(isAbove), "fraction"),
          ...(first === null ? [] : [reported(`${name}, first of these ${unit}`, first, "day")]),
          ...(last === null ? [] : [reported(`${name}, last of these ${unit}`, last, "day")]),
        ];
      }),
    says: (words, lines) => {
      const told = ["QQQ", "QQQ with dividends"].map((name) => {
        const own = words.filter((_, at) => lines[at]?.title.startsWith(`${name}, `));
        const [count, share, first, last] = own;
        const unit = lines[0]?.title.includes("month-ends") ? "month-ends" : "closes";
        const span = last === undefined ? "" : `, the first on ${first} and the last on ${last}`;
        return `${name} stood above its first close at ${count} ${unit}, ${share} of them${span}.`;
      });
      return `The essay says that counted in gold it has never come back. ${told.join(" ")}`;
    },
  }),
];
