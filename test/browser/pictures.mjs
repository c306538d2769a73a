// Runs pictures.ts: `node test/browser/pictures.mjs [page] [folder]`.
import { runTypeScript } from "../../bench/run-typescript.mjs";

await runTypeScript(new URL("pictures.ts", import.meta.url));
