import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { storeDirectory } from "../../../src/data/store/store.ts";

describe("the store", () => {
  it("lies where ASSAY_DATA says, else where the system keeps a user's data", () => {
    const unix = (environment: NodeJS.ProcessEnv) =>
      storeDirectory(environment, "linux", "/home/a");
    expect(unix({ ASSAY_DATA: "/x/y", XDG_DATA_HOME: "/data" })).toBe("/x/y");
    expect(unix({ XDG_DATA_HOME: "/data" })).toBe("/data/assay");
    expect(unix({})).toBe("/home/a/.local/share/assay");
    expect(unix({ ASSAY_DATA: "" })).toBe("/home/a/.local/share/assay");
    expect(storeDirectory({ HOME: "/home/b" }, "darwin")).toBe("/home/b/.local/share/assay");
  });

  it("may be named from the current folder by ASSAY_DATA; a relative XDG_DATA_HOME is passed over", () => {
    expect(storeDirectory({ ASSAY_DATA: "mine" }, "linux", "/home/a")).toBe(resolve("mine"));
    expect(storeDirectory({ XDG_DATA_HOME: "data" }, "linux", "/home/a")).toBe(
      "/home/a/.local/share/assay",
    );
  });

  it("on Windows lies in the local data of applications", () => {
    const windows = (environment: NodeJS.ProcessEnv) =>
      storeDirectory(environment, "win32", "C:\\Users\\a");
    expect(windows({ LOCALAPPDATA: "D:\\Local" })).toBe("D:\\Local\\assay");
    expect(windows({ XDG_DATA_HOME: "/data" })).toBe("C:\\Users\\a\\AppData\\Local\\assay");
  });

  it("needs a place", () => {
    expect(() => storeDirectory({}, "linux")).toThrow("set ASSAY_DATA to a folder");
  });
});
