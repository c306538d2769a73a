import { posix, win32 } from "node:path";
import { InputError } from "../../input/input-error.ts";

/**
 * The folder of a user's own figures: what ASSAY_DATA names, else `assay` in the place that the system
 * keeps for a user's data ($XDG_DATA_HOME, ~/.local/share, %LOCALAPPDATA%). A relative $XDG_DATA_HOME is
 * passed over, as its specification asks.
 * @throws InputError where nothing names a place
 */
export function storeDirectory(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  home: string = environment.HOME ?? environment.USERPROFILE ?? "",
): string {
  const path = platform === "win32" ? win32 : posix;
  const { ASSAY_DATA = "", LOCALAPPDATA = "", XDG_DATA_HOME = "" } = environment;
  if (ASSAY_DATA !== "") return path.resolve(ASSAY_DATA);
  if (platform === "win32" && LOCALAPPDATA !== "") return path.join(LOCALAPPDATA, "assay");
  if (platform !== "win32" && path.isAbsolute(XDG_DATA_HOME))
    return path.join(XDG_DATA_HOME, "assay");
  if (!path.isAbsolute(home))
    throw new InputError(
      "the store: neither ASSAY_DATA nor a home folder says where it lies; set ASSAY_DATA to a folder",
    );
  return platform === "win32"
    ? path.join(home, "AppData", "Local", "assay")
    : path.join(home, ".local", "share", "assay");
}

/** The fault of a store whose path is that of a file. */
export function storeIsFile(directory: string): string {
  return `store ${directory}: is a file; name a folder with ASSAY_DATA, or move the file away`;
}
