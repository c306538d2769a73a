// Measures how often the tests of the report err, and writes docs/calibration.md: `npm run calibrate`.
import { runTypeScript } from "../run-typescript.mjs";

await runTypeScript(new URL("main.ts", import.meta.url));
