// Runs picture.ts: `node test/browser/picture.mjs [page] [picture]`.
import { runTypeScript } from "../../bench/run-typescript.mjs";

await runTypeScript(new URL("picture.ts", import.meta.url));
