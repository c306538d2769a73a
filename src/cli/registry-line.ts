import { listed } from "../series/format.ts";
import type { RegistryFinding } from "../study/findings.ts";

/** What the registry says of a run, in a line: its entry, and the predictions that were changed or taken out. */
export function registryLine(finding: RegistryFinding): string {
  const { entry, isRepeated, changed, filesSince, removed } = finding;
  const parts = [
    ...changed.map(({ id, first }) => `${id} changed since entry ${first}`),
    ...(removed.length === 0
      ? []
      : [
          `${listed(removed.map(({ id, last }) => `${id} (entry ${last})`))} no longer among its predictions`,
        ]),
  ];
  const isNew = filesSince === entry && !isRepeated && changed.length === 0;
  if (isNew) parts.push("the files of the study changed with this entry");
  const head = isRepeated
    ? `The same run as entry ${entry}; nothing added`
    : `Registered as entry ${entry}`;
  return [head, ...parts].join("; ");
}
