/** A project of its own, far from this repository: a catalog, its figures, and a study that goes broke. */
export const farm: Readonly<Record<string, string>> = {
  "catalog.ts": `import { catalog, column, formula } from "assay";
const described = { unit: "USD", kind: "price", origin: "made up", terms: "free" } as const;
const at = (name: string) => ({ file: "farm.csv", column: name });
export default catalog({
  folder: new URL("./figures/", import.meta.url),
  calendar: "wheat",
  series: {
    wheat: column({ ...described, title: "Wheat", monthly: at("wheat") }),
    rye: column({ ...described, title: "Rye", monthly: at("rye") }),
    bill: column({ ...described, title: "Bill rate", unit: "fraction a year", kind: "rate", monthly: at("bill") }),
  },
});
`,
  "figures/farm.csv": `date,wheat,rye,bill
2019-12-31,100,50,0.01
2020-01-31,102,51,0.01
2020-02-29,101,50,0.01
2020-03-31,103,49,0.01
2020-04-30,240,51,0.01
2020-05-31,250,52,0.01
2020-06-30,260,52,0.01
2020-07-31,255,53,0.01
2020-08-31,262,53,0.01
2020-09-30,259,54,0.01
2020-10-31,263,55,0.01
2020-11-30,262,54,0.01
2020-12-31,266,56,0.01
2021-01-31,270,57,0.01
`,
  "study.ts": `import { assumptions, monthly, never, numeraire, phases, strategy, study } from "assay";
import catalog from "./catalog.ts";
const hold = (id: string, asset: string, weight: number) =>
  strategy({ id, title: id, rationale: "a test", assets: [asset], weights: { [asset]: weight }, rebalance: weight === 1 ? never : monthly });
export default study({
  id: "farm",
  title: "Wheat against rye",
  question: "Does it pay to be short wheat?",
  about: "Made up.",
  source: "nobody",
  catalog,
  strategies: [hold("short-wheat", "wheat", -1.5)],
  benchmarks: [hold("wheat", "wheat", 1), hold("rye", "rye", 1)],
  numeraires: [
    numeraire({ id: "usd", title: "US dollars", unit: "USD", series: null, riskless: "cash" }),
    numeraire({ id: "rye", title: "Rye", unit: "bushels", series: "rye", riskless: "itself" }),
  ],
  regimes: [phases({ id: "all", title: "All", question: "When?", note: "", start: "2019-12-31", phases: [{ id: "all", title: "All", until: null }] })],
  assumptions: assumptions({ cashRate: "bill", costs: { wheat: 0, rye: 0 }, borrow: { others: 0 } }),
  from: "2019-12-31",
});
`,
};
