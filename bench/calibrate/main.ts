import { readFileSync, writeFileSync } from "node:fs";
import { calibrate } from "./calibrate.ts";
import { withTables } from "./document.ts";
import { FULL, QUICK } from "./options.ts";
import { tablesOf } from "./tables.ts";

// From the folder of package.json, where npm runs scripts.
const DOCUMENT = "docs/calibration.md";

const isQuick = process.argv.includes("--quick");
const options = isQuick ? QUICK : FULL;
const tables = tablesOf(
  options,
  calibrate(options, (words) => console.error(words)),
);
if (isQuick) console.log(tables);
else writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, "utf8"), tables));
