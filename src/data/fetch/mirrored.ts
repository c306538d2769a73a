import { InputError } from "../../input/input-error.ts";
import type { Provider, Request } from "../providers/provider.ts";
import { FetchFault } from "./fetch-fault.ts";

/** The environment variable that names a mirror of a provider. */
export function mirrorVariable({ id }: Provider): string {
  return `ASSAY_${id.toUpperCase()}_URL`;
}

/** The origin of a provider's mirror, where the environment names one. @throws InputError */
export function mirrorOf(provider: Provider, environment: NodeJS.ProcessEnv): string | undefined {
  const variable = mirrorVariable(provider);
  const text = environment[variable];
  if (text === undefined || text === "") return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url !== undefined && /^https?:$/.test(url.protocol) && url.username === "";
  if (!isPlain)
    throw new InputError(`${variable}: is no address; write http://HOST or https://HOST`);
  return url.origin;
}

/**
 * The request at the mirror, where there is one. Addresses that an answer gave, those of further pages,
 * stay with the provider. @throws FetchFault where one leads elsewhere
 */
export function mirrored(request: Request, origins: readonly string[], mirror?: string): Request {
  if (!URL.canParse(request.address))
    throw new FetchFault("redirect", "the next page is at what is no address");
  const url = new URL(request.address);
  if (mirror !== undefined) {
    const at = new URL(mirror);
    url.protocol = at.protocol;
    url.host = at.host;
    url.port = at.port;
  } else if (!origins.includes(url.origin))
    throw new FetchFault("redirect", `the next page is at ${url.host}, which is not followed`);
  return { ...request, address: url.href };
}
